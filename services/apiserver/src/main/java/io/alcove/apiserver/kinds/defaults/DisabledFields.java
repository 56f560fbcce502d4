package io.alcove.apiserver.kinds.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Fields that are in the schema, but that upstream drops as their features are off by default. It
 * drops them after it has noted who owns them.
 */
public final class DisabledFields {

    private static final Map<String, List<String>> BY_TYPE =
            Map.of(
                    "core.VolumeProjection",
                    List.of("clusterTrustBundle", "podCertificate"),
                    "core.Lifecycle",
                    List.of("stopSignal"),
                    "core.PodSpec",
                    List.of("schedulingGroup"),
                    "core.NodeSpec",
                    List.of("configSource"),
                    "apps.RollingUpdateStatefulSetStrategy",
                    List.of("maxUnavailable"),
                    "storage.CSIDriverSpec",
                    List.of("preventPodSchedulingIfMissing"),
                    "resource.Device",
                    List.of("nodeAllocatableResourceMappings"),
                    "resource.DeviceAttribute",
                    List.of("bools", "ints", "strings", "versions"));

    private DisabledFields() {}

    /**
     * @param type as the forms name it: "core.v1.PodSpec"
     */
    public static void drop(String type, ObjectNode node) {
        List<String> fields = BY_TYPE.get(TypeDefaults.withoutVersion(type));
        if (fields != null) {
            node.remove(fields);
        }
    }
}
