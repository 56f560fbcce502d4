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

    /** What upstream takes for a number that is not there. */
    private static final int UNSET = Integer.MIN_VALUE;

    private Scale() {}

    static ApiObject of(ApiObject workload, ScalePaths paths) {
        if (!paths.isWorkload() && paths.replicasOf(workload).isMissingNode()) {
            throw StatusException.internal(
                    "the spec replicas field %s does not exist".formatted(quoted(paths)));
        }
        return make(workload, paths);
    }

    /** As it is before a change: where there is no number it shows one that nobody asks for. */
    static ApiObject shownForChange(ApiObject workload, ScalePaths paths) {
        ApiObject scale = make(workload, paths);
        if (!paths.isWorkload() && paths.replicasOf(workload).isMissingNode()) {
            scale.with("spec").put("replicas", UNSET);
        }
        return scale;
    }

    private static ApiObject make(ApiObject workload, ScalePaths paths) {
        ApiObject scale = ApiObject.of(KIND, workload.objectName());
        ObjectNode metadata = scale.with("metadata");
        for (String field : METADATA) {
            JsonNode value = workload.at("metadata").get(field);
            if (value != null) {
                metadata.set(field, value);
            }
        }
        ObjectNode spec = scale.with("spec");
        int replicas = paths.replicasOf(workload).asInt();
        if (replicas != 0) {
            spec.put("replicas", replicas);
        }
        ObjectNode status = scale.with("status");
        status.put("replicas", paths.statusReplicasOf(workload).asInt());
        String selector =
                paths.isWorkload()
                        ? selector(workload.at("spec", "selector"))
                        : paths.selectorOf(workload).asText("");
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }

    /** Writes what a scale asks for into the workload. */
    static void writeTo(ApiObject scale, ApiObject workload, ScalePaths paths) {
        int replicas = scale.at("spec", "replicas").asInt();
        if (replicas == UNSET) {
            throw StatusException.badRequest(
                    "the spec replicas field %s cannot be empty".formatted(quoted(paths)));
        }
        if (replicas < 0 && paths.isWorkload()) {
            throw StatusException.invalid(
                    new GroupKind(KIND.group(), KIND.kind()),
                    scale.name(),
                    List.of(
                            StatusCause.invalid(
                                    "spec.replicas",
                                    replicas,
                                    "must be greater than or equal to 0")));
        }
        List<String> path = paths.replicas();
        workload.with(path.subList(0, path.size() - 1).toArray(String[]::new))
                .put(path.getLast(), replicas);
        ObjectNode metadata = workload.with("metadata");
        if (paths.isWorkload()) {
            metadata.remove("resourceVersion");
        }
        if (!scale.resourceVersion().isEmpty()) {
            metadata.put("resourceVersion", scale.resourceVersion());
        }
    }

    private static String quoted(ScalePaths paths) {
        return "\"." + String.join(".", paths.replicas()) + "\"";
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
