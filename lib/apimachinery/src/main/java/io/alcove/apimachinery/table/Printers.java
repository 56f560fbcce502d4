package io.alcove.apimachinery.table;

import io.alcove.apimachinery.catalog.ResourceType;
import java.util.List;
import java.util.Map;

/** The printer of each kind, by the kind's name: no two groups share one that differs. */
final class Printers {

    private static final Map<String, Printer> BUILT_IN =
            Map.ofEntries(
                    Map.entry("Pod", PodCells::print),
                    Map.entry("Deployment", WorkloadCells::deployment),
                    Map.entry("StatefulSet", WorkloadCells::statefulSet),
                    Map.entry("ReplicaSet", WorkloadCells::replicaSet),
                    Map.entry("ReplicationController", WorkloadCells::replicationController),
                    Map.entry("DaemonSet", WorkloadCells::daemonSet),
                    Map.entry("Job", WorkloadCells::job),
                    Map.entry("CronJob", WorkloadCells::cronJob),
                    Map.entry("PodTemplate", WorkloadCells::podTemplate),
                    Map.entry("ControllerRevision", WorkloadCells::controllerRevision),
                    Map.entry("Service", ServiceCells::service),
                    Map.entry("Endpoints", ServiceCells::endpoints),
                    Map.entry("EndpointSlice", ServiceCells::endpointSlice),
                    Map.entry("Ingress", ServiceCells::ingress),
                    Map.entry("IngressClass", ServiceCells::ingressClass),
                    Map.entry("NetworkPolicy", ServiceCells::networkPolicy),
                    Map.entry("ServiceCIDR", ServiceCells::serviceCidr),
                    Map.entry("IPAddress", ServiceCells::ipAddress),
                    Map.entry("Node", NodeCells::print),
                    Map.entry("Event", EventCells::print),
                    Map.entry("PersistentVolume", StorageCells::volume),
                    Map.entry("PersistentVolumeClaim", StorageCells::claim),
                    Map.entry("StorageClass", StorageCells::storageClass),
                    Map.entry("VolumeAttributesClass", StorageCells::attributesClass),
                    Map.entry("VolumeAttachment", StorageCells::attachment),
                    Map.entry("CSINode", StorageCells::csiNode),
                    Map.entry("CSIDriver", StorageCells::csiDriver),
                    Map.entry("ConfigMap", ConfigurationCells::configMap),
                    Map.entry("Secret", ConfigurationCells::secret),
                    Map.entry("Namespace", ConfigurationCells::namespace),
                    Map.entry("Lease", ConfigurationCells::lease),
                    Map.entry("RuntimeClass", ConfigurationCells::runtimeClass),
                    Map.entry("PriorityClass", ConfigurationCells::priorityClass),
                    Map.entry("ResourceQuota", ConfigurationCells::resourceQuota),
                    Map.entry("ComponentStatus", ConfigurationCells::componentStatus),
                    Map.entry("APIService", ConfigurationCells::apiService),
                    Map.entry("ServiceAccount", ConfigurationCells::nameAndAge),
                    Map.entry("DeviceClass", ConfigurationCells::nameAndAge),
                    Map.entry("ResourceClaimTemplate", ConfigurationCells::nameAndAge),
                    Map.entry("RoleBinding", PolicyCells::roleBinding),
                    Map.entry("ClusterRoleBinding", PolicyCells::roleBinding),
                    Map.entry("PodDisruptionBudget", PolicyCells::disruptionBudget),
                    Map.entry("MutatingWebhookConfiguration", PolicyCells::webhooks),
                    Map.entry("ValidatingWebhookConfiguration", PolicyCells::webhooks),
                    Map.entry("ValidatingAdmissionPolicy", PolicyCells::validatingPolicy),
                    Map.entry("MutatingAdmissionPolicy", PolicyCells::mutatingPolicy),
                    Map.entry("ValidatingAdmissionPolicyBinding", PolicyCells::policyBinding),
                    Map.entry("MutatingAdmissionPolicyBinding", PolicyCells::policyBinding),
                    Map.entry("CertificateSigningRequest", PolicyCells::signingRequest),
                    Map.entry("PodCertificateRequest", RequestCells::podCertificate),
                    Map.entry("ClusterTrustBundle", RequestCells::trustBundle),
                    Map.entry("StorageVersionMigration", RequestCells::storageMigration),
                    Map.entry("DeviceTaintRule", DeviceCells::taintRule),
                    Map.entry("FlowSchema", FlowCells::schema),
                    Map.entry("PriorityLevelConfiguration", FlowCells::priorityLevel),
                    Map.entry("ResourceClaim", DeviceCells::claim),
                    Map.entry("ResourceSlice", DeviceCells::slice),
                    Map.entry("HorizontalPodAutoscaler", AutoscalerCells::print));

    /**
     * Of a kind whose columns are not the same in every version.
     *
     * @param column that only those versions have
     */
    private record Variant(String kind, String column, Printer printer) {

        boolean isOf(ResourceType type) {
            return type.kind().kind().equals(kind)
                    && type.columns().stream().anyMatch(c -> c.name().equals(column));
        }
    }

    private static final List<Variant> VARIANTS =
            List.of(
                    new Variant("ServiceAccount", "Secrets", ConfigurationCells::accountSecrets),
                    new Variant("CustomResourceDefinition", "Scope", DefinitionCells::print));

    private Printers() {}

    static Printer of(ResourceType type) {
        if (type.isCustom()) {
            return new CustomColumns(type);
        }
        if (type.columns().isEmpty()) {
            return row -> row.name().age();
        }
        return VARIANTS.stream()
                .filter(variant -> variant.isOf(type))
                .findFirst()
                .map(Variant::printer)
                .orElse(BUILT_IN.getOrDefault(type.kind().kind(), Printers::nameAndCreation));
    }

    /** Whether upstream has a printer for the kind. */
    static boolean isKnown(ResourceType type) {
        return type.isCustom() || BUILT_IN.containsKey(type.kind().kind());
    }

    /** Kinds that upstream has no printer for show the time itself. */
    private static void nameAndCreation(Cells row) {
        row.name().text(row.object().text("metadata", "creationTimestamp"));
    }
}
