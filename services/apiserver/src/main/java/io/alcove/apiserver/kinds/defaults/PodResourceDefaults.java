package io.alcove.apiserver.kinds.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.LinkedHashMap;
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
        for (Map.Entry<String, Quantity> request : containerRequests(spec).entrySet()) {
            if (isPodLevel(request.getKey())) {
                Default.set(request.getKey(), request.getValue().toString())
                        .apply(resources.withObject("/requests"));
            }
        }
        for (Map.Entry<String, JsonNode> limit : resources.path("limits").properties()) {
            Default.set(limit.getKey(), limit.getValue()).apply(resources.withObject("/requests"));
        }
    }

    private static Map<String, Quantity> containerRequests(ObjectNode spec) {
        Map<String, Quantity> sum = new LinkedHashMap<>();
        for (JsonNode container : spec.path("containers")) {
            container
                    .at("/resources/requests")
                    .properties()
                    .forEach(e -> sum.merge(e.getKey(), quantity(e.getValue()), Quantity::add));
        }
        return sum;
    }

    private static Quantity quantity(JsonNode value) {
        return Quantity.parse(value.asText());
    }

    private static boolean isPodLevel(String resource) {
        return resource.equals("cpu") || resource.equals("memory");
    }
}
