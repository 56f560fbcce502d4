package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/**
 * matchLabelKeys and mismatchLabelKeys of a new pod: what the pod has under these keys becomes part
 * of the label selector beside them.
 */
final class MatchLabelKeys {

    private MatchLabelKeys() {}

    static void merge(ApiObject pod) {
        JsonNode labels = pod.at("metadata", "labels");
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            JsonNode affinity = pod.at("spec", "affinity", kind);
            for (JsonNode weighted :
                    affinity.path("preferredDuringSchedulingIgnoredDuringExecution")) {
                merge(weighted.path("podAffinityTerm"), labels);
            }
            for (JsonNode term : affinity.path("requiredDuringSchedulingIgnoredDuringExecution")) {
                merge(term, labels);
            }
        }
        for (JsonNode constraint : pod.at("spec", "topologySpreadConstraints")) {
            merge(constraint, labels);
        }
    }

    private static void merge(JsonNode term, JsonNode labels) {
        if (term.path("labelSelector") instanceof ObjectNode selector) {
            merge(term.path("matchLabelKeys"), "In", selector, labels);
            merge(term.path("mismatchLabelKeys"), "NotIn", selector, labels);
        }
    }

    private static void merge(
            JsonNode keys, String operator, ObjectNode selector, JsonNode labels) {
        for (JsonNode key : keys) {
            JsonNode value = labels.path(key.asText(""));
            if (value.isTextual()) {
                ObjectNode requirement = selector.withArray("/matchExpressions").addObject();
                requirement.put("key", key.asText()).put("operator", operator);
                requirement.putArray("values").add(value.textValue());
            }
        }
    }
}
