package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/**
 * Where the numbers of a Scale stand in an object.
 *
 * @param selector of a text; empty where the object has none, or has a selector of its own kind
 */
public record ScalePaths(
        List<String> replicas, List<String> statusReplicas, List<String> selector) {

    static final ScalePaths WORKLOAD =
            new ScalePaths(List.of("spec", "replicas"), List.of("status", "replicas"), List.of());

    boolean isWorkload() {
        return equals(WORKLOAD);
    }

    JsonNode replicasOf(ApiObject object) {
        return at(object, replicas);
    }

    JsonNode statusReplicasOf(ApiObject object) {
        return at(object, statusReplicas);
    }

    JsonNode selectorOf(ApiObject object) {
        return at(object, selector);
    }

    private static JsonNode at(ApiObject object, List<String> path) {
        return object.at(path.toArray(String[]::new));
    }
}
