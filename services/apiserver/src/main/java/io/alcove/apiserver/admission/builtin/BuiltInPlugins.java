package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AlwaysAdmit;
import io.alcove.apiserver.admission.AlwaysDeny;
import io.alcove.apiserver.admission.certificates.CertificateApproval;
import io.alcove.apiserver.admission.certificates.CertificateSigning;
import io.alcove.apiserver.admission.certificates.CertificateSubjectRestriction;
import io.alcove.apiserver.admission.event.EventRateLimit;
import io.alcove.apiserver.admission.limits.LimitRanger;
import io.alcove.apiserver.admission.namespace.NamespaceAutoProvision;
import io.alcove.apiserver.admission.namespace.NamespaceExists;
import io.alcove.apiserver.admission.namespace.NamespaceLifecycle;
import io.alcove.apiserver.admission.network.DefaultIngressClass;
import io.alcove.apiserver.admission.network.DenyServiceExternalIps;
import io.alcove.apiserver.admission.node.NodeRestriction;
import io.alcove.apiserver.admission.node.TaintNodesByCondition;
import io.alcove.apiserver.admission.ownership.OwnerReferencesPermissionEnforcement;
import io.alcove.apiserver.admission.pod.AlwaysPullImages;
import io.alcove.apiserver.admission.pod.DefaultTolerationSeconds;
import io.alcove.apiserver.admission.pod.ExtendedResourceToleration;
import io.alcove.apiserver.admission.pod.LimitPodHardAntiAffinityTopology;
import io.alcove.apiserver.admission.pod.PodNodeSelector;
import io.alcove.apiserver.admission.pod.PodResizeValidator;
import io.alcove.apiserver.admission.pod.PodTolerationRestriction;
import io.alcove.apiserver.admission.pod.PodTopologyLabels;
import io.alcove.apiserver.admission.pod.Priority;
import io.alcove.apiserver.admission.pod.RuntimeClass;
import io.alcove.apiserver.admission.podsecurity.PodSecurity;
import io.alcove.apiserver.admission.policy.MutatingAdmissionPolicy;
import io.alcove.apiserver.admission.policy.PolicyParts;
import io.alcove.apiserver.admission.policy.ValidatingAdmissionPolicy;
import io.alcove.apiserver.admission.quota.ResourceQuota;
import io.alcove.apiserver.admission.serviceaccount.AccountLookup;
import io.alcove.apiserver.admission.serviceaccount.ServiceAccount;
import io.alcove.apiserver.admission.storage.DefaultStorageClass;
import io.alcove.apiserver.admission.storage.PersistentVolumeClaimResize;
import io.alcove.apiserver.admission.storage.StorageObjectInUseProtection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Makes the plugins that are built. */
public final class BuiltInPlugins {

    private static final Duration ACCOUNT_PAUSE = Duration.ofMillis(150);

    private static final Map<String, Function<PluginParts, AdmissionPlugin>> MAKERS = makers();

    private BuiltInPlugins() {}

    static boolean isBuilt(String name) {
        return MAKERS.containsKey(name);
    }

    public static AdmissionChain chain(PluginSelection selection, PluginParts parts) {
        return new AdmissionChain(
                selection.names().stream()
                        .map(name -> MAKERS.getOrDefault(name, _ -> missing(name)).apply(parts))
                        .toList());
    }

    private static Map<String, Function<PluginParts, AdmissionPlugin>> makers() {
        Map<String, Function<PluginParts, AdmissionPlugin>> all = new HashMap<>();
        all.put(AlwaysAdmit.NAME, _ -> new AlwaysAdmit());
        all.put(AlwaysDeny.NAME, _ -> new AlwaysDeny());
        all.put(
                EventRateLimit.NAME,
                p -> new EventRateLimit(p.settings().of(EventRateLimit.NAME), p.clock()));
        all.put(
                OwnerReferencesPermissionEnforcement.NAME,
                p -> new OwnerReferencesPermissionEnforcement(p.permissions(), p.kinds()));
        all.put(
                ResourceQuota.NAME,
                p ->
                        new ResourceQuota(
                                p.objects(),
                                p.writes(),
                                p.clock(),
                                p.settings().of(ResourceQuota.NAME)));
        all.put(LimitRanger.NAME, p -> new LimitRanger(p.objects()));
        all.put(
                ServiceAccount.NAME,
                p -> new ServiceAccount(new AccountLookup(p.objects(), BuiltInPlugins::pause)));
        all.put(MutatingAdmissionPolicy.NAME, p -> new MutatingAdmissionPolicy(policyParts(p)));
        all.put(ValidatingAdmissionPolicy.NAME, p -> new ValidatingAdmissionPolicy(policyParts(p)));
        namespaces(all);
        pods(all);
        others(all);
        return Map.copyOf(all);
    }

    private static PolicyParts policyParts(PluginParts parts) {
        return new PolicyParts(
                parts.objects(),
                parts.permissions(),
                parts.kinds(),
                parts.equivalents(),
                parts.schemas());
    }

    private static void namespaces(Map<String, Function<PluginParts, AdmissionPlugin>> all) {
        all.put(
                NamespaceAutoProvision.NAME,
                p -> new NamespaceAutoProvision(p.objects(), p.writes()));
        all.put(NamespaceExists.NAME, p -> new NamespaceExists(p.objects()));
        all.put(NamespaceLifecycle.NAME, p -> new NamespaceLifecycle(p.objects()));
    }

    private static void pods(Map<String, Function<PluginParts, AdmissionPlugin>> all) {
        all.put(AlwaysPullImages.NAME, _ -> new AlwaysPullImages());
        all.put(DefaultTolerationSeconds.NAME, p -> new DefaultTolerationSeconds(p.settings()));
        all.put(ExtendedResourceToleration.NAME, _ -> new ExtendedResourceToleration());
        all.put(LimitPodHardAntiAffinityTopology.NAME, _ -> new LimitPodHardAntiAffinityTopology());
        all.put(
                PodNodeSelector.NAME,
                p -> new PodNodeSelector(p.objects(), p.settings().of(PodNodeSelector.NAME)));
        all.put(PodResizeValidator.NAME, p -> new PodResizeValidator(p.objects()));
        all.put(
                PodSecurity.NAME,
                p -> new PodSecurity(p.objects(), p.settings().of(PodSecurity.NAME)));
        all.put(
                PodTolerationRestriction.NAME,
                p ->
                        new PodTolerationRestriction(
                                p.objects(), p.settings().of(PodTolerationRestriction.NAME)));
        all.put(PodTopologyLabels.NAME, p -> new PodTopologyLabels(p.objects()));
        all.put(Priority.NAME, p -> new Priority(p.objects()));
        all.put(RuntimeClass.NAME, p -> new RuntimeClass(p.objects()));
    }

    private static void others(Map<String, Function<PluginParts, AdmissionPlugin>> all) {
        all.put(CertificateApproval.NAME, p -> new CertificateApproval(p.permissions()));
        all.put(CertificateSigning.NAME, p -> new CertificateSigning(p.permissions()));
        all.put(CertificateSubjectRestriction.NAME, _ -> new CertificateSubjectRestriction());
        all.put(DefaultIngressClass.NAME, p -> new DefaultIngressClass(p.objects()));
        all.put(DefaultStorageClass.NAME, p -> new DefaultStorageClass(p.objects()));
        all.put(DenyServiceExternalIps.NAME, _ -> new DenyServiceExternalIps());
        all.put(NodeRestriction.NAME, p -> new NodeRestriction(p.objects(), p.permissions()));
        all.put(
                PersistentVolumeClaimResize.NAME,
                p -> new PersistentVolumeClaimResize(p.objects()));
        all.put(StorageObjectInUseProtection.NAME, _ -> new StorageObjectInUseProtection());
        all.put(TaintNodesByCondition.NAME, _ -> new TaintNodesByCondition());
    }

    private static AdmissionPlugin missing(String name) {
        throw new IllegalArgumentException("no admission plugin " + name);
    }

    private static void pause() {
        LockSupport.parkNanos(ACCOUNT_PAUSE.toNanos());
    }
}
