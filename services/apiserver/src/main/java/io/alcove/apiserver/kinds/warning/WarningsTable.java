package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpWarnings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The warnings of each built-in kind. */
public final class WarningsTable {

    private final Map<GroupKind, Warnings> table = new HashMap<>();

    private WarningsTable() {
        workloads();
        core();
        others();
    }

    public static Map<GroupKind, Warnings> all() {
        return Map.copyOf(new WarningsTable().table);
    }

    private void workloads() {
        put("", "Pod", new PodWarnings());
        put("", "PodTemplate", new OfTemplates(false, t -> t.field("template"), Warnings.NONE));
        put("", "ReplicationController", ofTemplates(true, Warnings.NONE));
        put("apps", "ReplicaSet", ofTemplates(true, Warnings.NONE));
        put("apps", "Deployment", ofTemplates(true, Warnings.NONE));
        put("apps", "DaemonSet", ofTemplates(false, Warnings.NONE));
        put("apps", "StatefulSet", new WorkloadWarnings.OfStatefulSet());
        put(
                "batch",
                "Job",
                ofTemplates(
                        true,
                        new OfNew((job, texts) -> WorkloadWarnings.job(job.field("spec"), texts))));
        put(
                "batch",
                "CronJob",
                new OfTemplates(
                        true,
                        job -> job.at("spec", "jobTemplate", "spec", "template"),
                        new WorkloadWarnings.OfCronJob()));
    }

    private static Warnings ofTemplates(boolean namesPods, Warnings more) {
        return new OfTemplates(namesPods, object -> object.at("spec", "template"), more);
    }

    private void core() {
        put("", "Service", new ServiceWarnings());
        put("", "Endpoints", NetworkWarnings::endpoints);
        put("", "Node", WarningsTable::node);
        put("", "PersistentVolume", ClaimWarnings::volume);
        put("", "PersistentVolumeClaim", ClaimWarnings::claim);
        put("", "ResourceQuota", new OfNew(QuotaWarnings::check));
        put("", "Secret", TlsPairs::check);
        put("", "ServiceAccount", new AccountWarnings());
    }

    private void others() {
        put("networking.k8s.io", "Ingress", new NetworkWarnings.OfIngress());
        put("networking.k8s.io", "NetworkPolicy", NetworkWarnings::policy);
        put("discovery.k8s.io", "EndpointSlice", new NetworkWarnings.OfSlice());
        put(
                "node.k8s.io",
                "RuntimeClass",
                (c, texts) -> NodeLabels.selector(c.at("scheduling", "nodeSelector"), texts));
        put("storage.k8s.io", "StorageClass", StorageWarnings::storageClass);
        put("storage.k8s.io", "CSIDriver", new StorageWarnings.OfDriver());
        put(
                "storage.k8s.io",
                "CSIStorageCapacity",
                (c, texts) -> NodeLabels.labelSelector(c.field("nodeTopology"), texts));
        put("resource.k8s.io", "ResourceSlice", WarningsTable::slice);
        for (String kind :
                new String[] {
                    "ValidatingWebhookConfiguration",
                    "MutatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding"
                }) {
            put("admissionregistration.k8s.io", kind, WarningsTable::reserved);
        }
    }

    private static void node(Inspection node, Consumer<String> texts) {
        Inspection spec = node.field("spec");
        if (spec.field("configSource").isPresent()) {
            texts.accept("spec.configSource: the feature is removed");
        }
        if (spec.field("externalID").isGiven()) {
            texts.accept("spec.externalID: this field is deprecated, and is unused by Kubernetes");
        }
        spec.field("podCIDRs").each(range -> IpWarnings.cidr(range, texts));
    }

    private static void slice(Inspection slice, Consumer<String> texts) {
        String driver = slice.at("spec", "driver").text();
        if (!driver.equals(driver.toLowerCase(Locale.ROOT))) {
            texts.accept(
                    "spec.driver: driver names should be lowercase; \""
                            + driver
                            + "\" contains uppercase characters");
        }
    }

    private static void reserved(Inspection object, Consumer<String> texts) {
        if (object.at("metadata", "name").text().endsWith(".static.k8s.io")) {
            texts.accept(
                    "metadata.name: names ending with \".static.k8s.io\" are reserved for static"
                            + " manifest-based configurations and cannot be managed via the API");
        }
    }

    private void put(String group, String kind, Warnings warnings) {
        table.put(new GroupKind(group, kind), warnings);
    }
}
