package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The view of a workload as autoscaling/v1 Scale. */
final class Scale {

    static final GroupVersionKind KIND = new GroupVersionKind("autoscaling", "v1", "Scale");

    private static final List<String> METADATA =
            List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

    private Scale() {}

    static ApiObject of(ApiObject workload) {
        ApiObject scale = ApiObject.of(KIND, workload.objectName());
        ObjectNode metadata = scale.with("metadata");
        for (String field : METADATA) {
            JsonNode value = workload.at("metadata").get(field);
            if (value != null) {
                metadata.set(field, value);
            }
        }
        ObjectNode spec = scale.with("spec");
        if (workload.at("spec", "replicas").asInt() != 0) {
            spec.put("replicas", workload.at("spec", "replicas").asInt());
        }
        ObjectNode status = scale.with("status");
        status.put("replicas", workload.at("status", "replicas").asInt());
        String selector = selector(workload.at("spec", "selector"));
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }

    /** Writes what a scale asks for into the workload. */
    static void writeTo(ApiObject scale, ApiObject workload) {
        int replicas = scale.at("spec", "replicas").asInt();
        if (replicas < 0) {
            throw StatusException.invalid(
                    new GroupKind(KIND.group(), KIND.kind()),
                    scale.name(),
                    List.of(
                            StatusCause.invalid(
                                    "spec.replicas",
                                    replicas,
                                    "must be greater than or equal to 0")));
        }
        workload.with("spec").put("replicas", replicas);
        ObjectNode metadata = workload.with("metadata");
        metadata.remove("resourceVersion");
        if (!scale.resourceVersion().isEmpty()) {
            metadata.put("resourceVersion", scale.resourceVersion());
        }
    }

    /** A ReplicationController's selector is a plain map. */
    private static String selector(JsonNode selector) {
        if (selector.isMissingNode()) {
            return "";
        }
        if (selector.has("matchLabels") || selector.has("matchExpressions")) {
            return LabelSelector.of(selector).toString();
        }
        Map<String, String> labels =
                selector.properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
        return LabelSelector.of(labels).toString();
    }
}
