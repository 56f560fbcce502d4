package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.Change;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.warning.Warnings;
import io.alcove.apiserver.kinds.warning.WarningsTable;
import io.alcove.apiserver.registry.GarbageCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The traits of every built-in kind that has more than a DNS name. */
public final class TraitsTable {

    private static final Traits PLAIN =
            new Traits(
                    Names::dns1123Subdomain,
                    false,
                    false,
                    true,
                    GarbageCollection.BACKGROUND,
                    Map.of(),
                    Validation.NONE,
                    false,
                    Warnings.NONE);

    private static final String ADMISSION = "admissionregistration.k8s.io";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String STORAGE = "storage.k8s.io";
    private static final String NETWORKING = "networking.k8s.io";
    private static final String RESOURCE = "resource.k8s.io";
    private static final String CERTIFICATES = "certificates.k8s.io";
    private static final String COORDINATION = "coordination.k8s.io";
    private static final String FLOWCONTROL = "flowcontrol.apiserver.k8s.io";

    private final Map<GroupKind, Traits> table = new HashMap<>();

    /**
     * @param catalog of the Kubernetes version
     * @param validations the rules of the kinds that have some
     */
    public TraitsTable(Catalog catalog, Map<GroupKind, Validation> validations) {
        generations();
        names();
        updates();
        selectors();
        deletes();
        if (!catalog.has(Change.RELAXED_SERVICE_NAMES)) {
            change("", "Service", t -> t.withName(Names::dns1035Label));
        }
        if (catalog.has(Change.AUTOSCALER_GENERATIONS)) {
            change("autoscaling", "HorizontalPodAutoscaler", Traits::countingGenerations);
        }
        change("", "Event", t -> t.collecting(GarbageCollection.UNSUPPORTED));
        change("events.k8s.io", "Event", t -> t.collecting(GarbageCollection.UNSUPPORTED));
        change("", "ReplicationController", t -> t.collecting(GarbageCollection.ORPHAN));
        change("batch", "Job", t -> t.collecting(GarbageCollection.ORPHAN));
        validations.forEach(
                (kind, rules) -> change(kind.group(), kind.kind(), t -> t.validatedBy(rules)));
        WarningsTable.all()
                .forEach(
                        (kind, warnings) ->
                                change(kind.group(), kind.kind(), t -> t.warningOf(warnings)));
    }

    public Traits of(GroupKind kind) {
        return table.getOrDefault(kind, PLAIN);
    }

    private void generations() {
        for (GroupKind kind :
                List.of(
                        new GroupKind("", "Pod"),
                        new GroupKind("", "PodTemplate"),
                        new GroupKind("", "ReplicationController"),
                        new GroupKind("apps", "Deployment"),
                        new GroupKind("apps", "ReplicaSet"),
                        new GroupKind("apps", "StatefulSet"),
                        new GroupKind("apps", "DaemonSet"),
                        new GroupKind("batch", "Job"),
                        new GroupKind("batch", "CronJob"),
                        new GroupKind(NETWORKING, "Ingress"),
                        new GroupKind(NETWORKING, "IngressClass"),
                        new GroupKind(NETWORKING, "NetworkPolicy"),
                        new GroupKind("policy", "PodDisruptionBudget"),
                        new GroupKind("discovery.k8s.io", "EndpointSlice"),
                        new GroupKind("scheduling.k8s.io", "PriorityClass"),
                        new GroupKind(ADMISSION, "ValidatingWebhookConfiguration"),
                        new GroupKind(ADMISSION, "MutatingWebhookConfiguration"),
                        new GroupKind(ADMISSION, "ValidatingAdmissionPolicy"),
                        new GroupKind(ADMISSION, "ValidatingAdmissionPolicyBinding"),
                        new GroupKind(ADMISSION, "MutatingAdmissionPolicy"),
                        new GroupKind(ADMISSION, "MutatingAdmissionPolicyBinding"),
                        new GroupKind(FLOWCONTROL, "FlowSchema"),
                        new GroupKind(FLOWCONTROL, "PriorityLevelConfiguration"),
                        new GroupKind(RESOURCE, "DeviceClass"),
                        new GroupKind(RESOURCE, "ResourceSlice"),
                        new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition"))) {
            change(kind.group(), kind.kind(), Traits::countingGenerations);
        }
    }

    private void names() {
        change("", "Namespace", t -> t.withName(Names::dns1123Label));
        change("", "Service", t -> t.withName(Names::dns1123Label));
        change("apps", "StatefulSet", t -> t.withName(Names::dns1123Label));
        for (String kind : List.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding")) {
            change(RBAC, kind, t -> t.withName(Names::pathSegment));
        }
        change("apiregistration.k8s.io", "APIService", t -> t.withName(Names::pathSegment));
        change(NETWORKING, "IPAddress", t -> t.withName(AddressNames::check));
    }

    private void updates() {
        for (String kind : List.of("Endpoints", "Event", "LimitRange", "Service")) {
            change("", kind, Traits::creatingByUpdate);
        }
        change("events.k8s.io", "Event", Traits::creatingByUpdate);
        for (String kind : List.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding")) {
            change(RBAC, kind, Traits::creatingByUpdate);
        }
        change("node.k8s.io", "RuntimeClass", t -> t.creatingByUpdate().onlyConditionalUpdate());
        for (String kind : List.of("Lease", "LeaseCandidate")) {
            change(COORDINATION, kind, t -> t.creatingByUpdate().onlyConditionalUpdate());
        }
        for (String kind :
                List.of(
                        "ValidatingWebhookConfiguration",
                        "MutatingWebhookConfiguration",
                        "ValidatingAdmissionPolicy",
                        "ValidatingAdmissionPolicyBinding",
                        "MutatingAdmissionPolicy",
                        "MutatingAdmissionPolicyBinding")) {
            change(ADMISSION, kind, Traits::onlyConditionalUpdate);
        }
        for (String kind :
                List.of("CSIDriver", "CSINode", "CSIStorageCapacity", "VolumeAttachment")) {
            change(STORAGE, kind, Traits::onlyConditionalUpdate);
        }
        for (String kind : List.of("ClusterTrustBundle", "PodCertificateRequest")) {
            change(CERTIFICATES, kind, Traits::onlyConditionalUpdate);
        }
        change("policy", "PodDisruptionBudget", Traits::onlyConditionalUpdate);
        change("apiextensions.k8s.io", "CustomResourceDefinition", Traits::onlyConditionalUpdate);
        change("apiregistration.k8s.io", "APIService", Traits::onlyConditionalUpdate);
    }

    private void selectors() {
        select("", "Secret", "type");
        select("", "Namespace", "status.phase");
        select("", "Node", Map.of("spec.unschedulable", field("spec.unschedulable", "false")));
        select(
                "",
                "ReplicationController",
                Map.of("status.replicas", field("status.replicas", "0")));
        select("", "Service", "spec.clusterIP", "spec.type");
        select("batch", "Job", Map.of("status.successful", field("status.succeeded", "0")));
        select(CERTIFICATES, "CertificateSigningRequest", "spec.signerName");
        select(CERTIFICATES, "ClusterTrustBundle", "spec.signerName");
        select(
                CERTIFICATES,
                "PodCertificateRequest",
                "spec.signerName",
                "spec.podName",
                "spec.nodeName");
        select(RESOURCE, "ResourceSlice", "spec.nodeName", "spec.driver");
    }

    private void deletes() {
        for (String kind :
                List.of(
                        "ServiceAccount",
                        "Service",
                        "ResourceQuota",
                        "PersistentVolume",
                        "PersistentVolumeClaim",
                        "PodTemplate")) {
            change("", kind, Traits::returningDeleted);
        }
        for (String kind :
                List.of(
                        "StorageClass",
                        "CSIDriver",
                        "CSINode",
                        "VolumeAttachment",
                        "VolumeAttributesClass")) {
            change(STORAGE, kind, Traits::returningDeleted);
        }
        for (String kind :
                List.of(
                        "DeviceClass",
                        "ResourceClaim",
                        "ResourceClaimTemplate",
                        "ResourceSlice",
                        "DeviceTaintRule")) {
            change(RESOURCE, kind, Traits::returningDeleted);
        }
    }

    private static SelectableField field(String path, String absent) {
        return new SelectableField(path, absent);
    }

    private void select(String group, String kind, String... paths) {
        Map<String, SelectableField> fields = new HashMap<>();
        for (String path : paths) {
            fields.put(path, field(path, ""));
        }
        select(group, kind, fields);
    }

    private void select(String group, String kind, Map<String, SelectableField> fields) {
        change(group, kind, t -> t.selecting(fields));
    }

    private void change(String group, String kind, UnaryOperator<Traits> change) {
        table.merge(
                new GroupKind(group, kind),
                change.apply(PLAIN),
                (present, _) -> change.apply(present));
    }
}
