package io.alcove.apiserver.admission.builtin;

import java.util.List;

/** Every plugin that kube-apiserver knows, in the order in which they are asked. */
final class PluginOrder {

    static final List<Entry> ALL =
            List.of(
                    off("AlwaysAdmit"),
                    off("NamespaceAutoProvision"),
                    on("NamespaceLifecycle"),
                    off("NamespaceExists"),
                    off("LimitPodHardAntiAffinityTopology"),
                    on("LimitRanger"),
                    on("ServiceAccount"),
                    off("NodeRestriction"),
                    on("TaintNodesByCondition"),
                    off("AlwaysPullImages"),
                    off("ImagePolicyWebhook"),
                    on("PodSecurity"),
                    off("PodNodeSelector"),
                    on("Priority"),
                    on("DefaultTolerationSeconds"),
                    off("PodTolerationRestriction"),
                    off("EventRateLimit"),
                    off("ExtendedResourceToleration"),
                    on("DefaultStorageClass"),
                    on("StorageObjectInUseProtection"),
                    on("PodGroupProtection"),
                    off("OwnerReferencesPermissionEnforcement"),
                    on("PersistentVolumeClaimResize"),
                    on("RuntimeClass"),
                    on("CertificateApproval"),
                    on("CertificateSigning"),
                    on("ClusterTrustBundleAttest"),
                    on("CertificateSubjectRestriction"),
                    on("DefaultIngressClass"),
                    off("DenyServiceExternalIPs"),
                    on("PodTopologyLabels"),
                    on("PodGroupWorkloadExists"),
                    on("NodeDeclaredFeatureValidator"),
                    on("JobValidation"),
                    on("PodResizeValidator"),
                    on("MutatingAdmissionPolicy"),
                    on("MutatingAdmissionWebhook"),
                    on("ValidatingAdmissionPolicy"),
                    on("ValidatingAdmissionWebhook"),
                    on("ResourceQuota"),
                    off("AlwaysDeny"));

    private PluginOrder() {}

    /**
     * @param byDefault whether it runs where no flag speaks of it
     */
    record Entry(String name, boolean byDefault) {}

    private static Entry on(String name) {
        return new Entry(name, true);
    }

    private static Entry off(String name) {
        return new Entry(name, false);
    }
}
