package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AlwaysAdmit;
import io.alcove.apiserver.admission.AlwaysDeny;
import io.alcove.apiserver.admission.limits.LimitRanger;
import io.alcove.apiserver.admission.namespace.NamespaceLifecycle;
import io.alcove.apiserver.admission.network.DefaultIngressClass;
import io.alcove.apiserver.admission.network.DenyServiceExternalIps;
import io.alcove.apiserver.admission.node.TaintNodesByCondition;
import io.alcove.apiserver.admission.pod.AlwaysPullImages;
import io.alcove.apiserver.admission.pod.DefaultTolerationSeconds;
import io.alcove.apiserver.admission.pod.ExtendedResourceToleration;
import io.alcove.apiserver.admission.pod.LimitPodHardAntiAffinityTopology;
import io.alcove.apiserver.admission.pod.Priority;
import io.alcove.apiserver.admission.pod.RuntimeClass;
import io.alcove.apiserver.admission.podsecurity.PodSecurity;
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
        all.put(NamespaceLifecycle.NAME, parts -> new NamespaceLifecycle(parts.objects()));
        all.put(LimitPodHardAntiAffinityTopology.NAME, _ -> new LimitPodHardAntiAffinityTopology());
        all.put(LimitRanger.NAME, parts -> new LimitRanger(parts.objects()));
        all.put(
                ServiceAccount.NAME,
                parts ->
                        new ServiceAccount(
                                new AccountLookup(parts.objects(), BuiltInPlugins::pause)));
        all.put(TaintNodesByCondition.NAME, _ -> new TaintNodesByCondition());
        all.put(AlwaysPullImages.NAME, _ -> new AlwaysPullImages());
        all.put(
                PodSecurity.NAME,
                parts -> new PodSecurity(parts.objects(), parts.settings().of(PodSecurity.NAME)));
        all.put(Priority.NAME, parts -> new Priority(parts.objects()));
        all.put(
                DefaultTolerationSeconds.NAME,
                parts -> new DefaultTolerationSeconds(parts.settings()));
        all.put(ExtendedResourceToleration.NAME, _ -> new ExtendedResourceToleration());
        all.put(DefaultStorageClass.NAME, parts -> new DefaultStorageClass(parts.objects()));
        all.put(StorageObjectInUseProtection.NAME, _ -> new StorageObjectInUseProtection());
        all.put(
                PersistentVolumeClaimResize.NAME,
                parts -> new PersistentVolumeClaimResize(parts.objects()));
        all.put(RuntimeClass.NAME, parts -> new RuntimeClass(parts.objects()));
        all.put(DefaultIngressClass.NAME, parts -> new DefaultIngressClass(parts.objects()));
        all.put(DenyServiceExternalIps.NAME, _ -> new DenyServiceExternalIps());
        all.put(AlwaysDeny.NAME, _ -> new AlwaysDeny());
        return Map.copyOf(all);
    }

    private static AdmissionPlugin missing(String name) {
        throw new IllegalArgumentException("no admission plugin " + name);
    }

    private static void pause() {
        LockSupport.parkNanos(ACCOUNT_PAUSE.toNanos());
    }
}
