package io.alcove.apiserver.kinds.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.ContainerSums;
import java.util.Map;

/** Requests of a whole pod, where it has limits for the whole. */
final class PodResourceDefaults {

    private PodResourceDefaults() {}

    /** Takes what the containers request together, and for the rest the pod's own limits. */
    static void apply(ObjectNode spec) {
        if (!(spec.path("resources") instanceof ObjectNode resources)
                || resources.path("limits").isEmpty()) {
            return;
        }
        for (Map.Entry<String, Quantity> request : ContainerSums.of(spec, "requests").entrySet()) {
            if (isPodLevel(request.getKey())) {
                Default.set(request.getKey(), request.getValue().toString())
                        .apply(resources.withObject("/requests"));
            }
        }
        for (Map.Entry<String, JsonNode> limit : resources.path("limits").properties()) {
            Default.set(limit.getKey(), limit.getValue()).apply(resources.withObject("/requests"));
        }
    }

    private static boolean isPodLevel(String resource) {
        return resource.equals("cpu") || resource.equals("memory");
    }
}
