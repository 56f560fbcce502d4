package io.alcove.apiserver.kinds.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.Map;

/** The metadata that a write to the status of some kinds does not change. */
public final class StatusMetadata {

    private static final List<String> ALL =
            List.of("labels", "annotations", "finalizers", "ownerReferences");
    private static final String FLOWCONTROL = "flowcontrol.apiserver.k8s.io";
    private static final Map<GroupKind, List<String>> KEPT =
            Map.of(
                    new GroupKind("apps", "Deployment"),
                    List.of("labels"),
                    new GroupKind("apiregistration.k8s.io", "APIService"),
                    List.of("labels", "annotations"),
                    new GroupKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
                    ALL,
                    new GroupKind(FLOWCONTROL, "FlowSchema"),
                    ALL,
                    new GroupKind(FLOWCONTROL, "PriorityLevelConfiguration"),
                    ALL,
                    new GroupKind("networking.k8s.io", "ServiceCIDR"),
                    ALL,
                    new GroupKind("resource.k8s.io", "ResourceClaim"),
                    ALL,
                    new GroupKind("resource.k8s.io", "DeviceTaintRule"),
                    ALL,
                    new GroupKind("storage.k8s.io", "VolumeAttachment"),
                    ALL);

    private StatusMetadata() {}

    static void keep(ApiObject object, ApiObject old) {
        GroupVersionKind kind = object.groupVersionKind();
        List<String> kept = KEPT.get(new GroupKind(kind.group(), kind.kind()));
        if (kept != null) {
            keep(kept, object, old);
        }
    }

    public static void keepAll(ApiObject object, ApiObject old) {
        keep(ALL, object, old);
    }

    private static void keep(List<String> kept, ApiObject object, ApiObject old) {
        ObjectNode metadata = object.with("metadata");
        for (String field : kept) {
            JsonNode before = old.at("metadata", field);
            if (before.isMissingNode()) {
                metadata.remove(field);
            } else {
                metadata.set(field, before.deepCopy());
            }
        }
    }
}
