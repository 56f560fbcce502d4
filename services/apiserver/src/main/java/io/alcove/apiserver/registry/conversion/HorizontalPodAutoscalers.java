package io.alcove.apiserver.registry.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** autoscaling/v1, which keeps in annotations what it has no fields for, and v2. */
final class HorizontalPodAutoscalers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "autoscaling.alpha.kubernetes.io/";
    private static final String METRICS = PREFIX + "metrics";
    private static final String BEHAVIOR = PREFIX + "behavior";
    private static final String CURRENT_METRICS = PREFIX + "current-metrics";
    private static final String CONDITIONS = PREFIX + "conditions";
    private static final List<String> ANNOTATIONS =
            List.of(METRICS, BEHAVIOR, CURRENT_METRICS, CONDITIONS);
    private static final int DEFAULT_CPU_UTILIZATION = 80;

    private HorizontalPodAutoscalers() {}

    static void toV2(ApiObject autoscaler) {
        autoscaler.node().put("apiVersion", "autoscaling/v2");
        ObjectNode spec = autoscaler.with("spec");
        ArrayNode metrics =
                AutoscalerMetrics.toV2(
                        annotated(autoscaler, METRICS).orElse(spec.arrayNode()), "target");
        JsonNode utilization = spec.remove("targetCPUUtilizationPercentage");
        if (utilization != null) {
            metrics.add(cpu("target", utilization.asInt()));
        } else if (metrics.isEmpty()) {
            metrics.add(cpu("target", DEFAULT_CPU_UTILIZATION));
        }
        spec.set("metrics", metrics);
        annotated(autoscaler, BEHAVIOR)
                .ifPresent(b -> spec.set("behavior", rename(b, Character::toLowerCase)));
        statusToV2(autoscaler);
        dropAnnotations(autoscaler);
    }

    private static void statusToV2(ApiObject autoscaler) {
        if (!(autoscaler.node().get("status") instanceof ObjectNode status)) {
            return;
        }
        JsonNode utilization = status.remove("currentCPUUtilizationPercentage");
        if (utilization != null) {
            status.putArray("currentMetrics").add(cpu("current", utilization.asInt()));
        }
        annotated(autoscaler, CURRENT_METRICS)
                .ifPresent(m -> status.set("currentMetrics", AutoscalerMetrics.toV2(m, "current")));
        annotated(autoscaler, CONDITIONS).ifPresent(c -> status.set("conditions", c));
    }

    static void toV1(ApiObject autoscaler) {
        autoscaler.node().put("apiVersion", "autoscaling/v1");
        dropAnnotations(autoscaler);
        ObjectNode spec = autoscaler.with("spec");
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode metric :
                Optional.ofNullable(spec.remove("metrics")).orElse(spec.arrayNode())) {
            JsonNode utilization = metric.at("/resource/target/averageUtilization");
            if (!isCpu(metric) || utilization.isMissingNode()) {
                others.add(metric);
            } else if (!spec.has("targetCPUUtilizationPercentage")) {
                spec.set("targetCPUUtilizationPercentage", utilization);
            }
        }
        if (!others.isEmpty()) {
            annotate(autoscaler, METRICS, AutoscalerMetrics.toV1(others, "target"));
        }
        JsonNode behavior = spec.remove("behavior");
        if (behavior != null) {
            annotate(autoscaler, BEHAVIOR, rename(behavior, Character::toUpperCase));
        }
        statusToV1(autoscaler);
    }

    private static void statusToV1(ApiObject autoscaler) {
        if (!(autoscaler.node().get("status") instanceof ObjectNode status)) {
            return;
        }
        JsonNode metrics = status.remove("currentMetrics");
        if (metrics != null && !metrics.isEmpty()) {
            for (JsonNode metric : metrics) {
                JsonNode utilization = metric.at("/resource/current/averageUtilization");
                if (isCpu(metric) && !utilization.isMissingNode()) {
                    status.set("currentCPUUtilizationPercentage", utilization);
                }
            }
            annotate(autoscaler, CURRENT_METRICS, AutoscalerMetrics.toV1(metrics, "current"));
        }
        JsonNode conditions = status.remove("conditions");
        if (conditions != null && !conditions.isEmpty()) {
            annotate(autoscaler, CONDITIONS, conditions);
        }
    }

    private static boolean isCpu(JsonNode metric) {
        return metric.path("type").asText().equals("Resource")
                && metric.at("/resource/name").asText().equals("cpu");
    }

    private static ObjectNode cpu(String part, int utilization) {
        ObjectNode metric = JSON.createObjectNode().put("type", "Resource");
        ObjectNode value = metric.putObject("resource").put("name", "cpu").putObject(part);
        if (part.equals("target")) {
            value.put("type", "Utilization");
        }
        value.put("averageUtilization", utilization);
        return metric;
    }

    /** Upstream writes the behavior with the names of its internal type, which begin upper case. */
    private static JsonNode rename(JsonNode node, UnaryOperator<Character> first) {
        if (node instanceof ArrayNode list) {
            ArrayNode renamed = list.arrayNode();
            list.forEach(element -> renamed.add(rename(element, first)));
            return renamed;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode renamed = object.objectNode();
        object.properties()
                .forEach(
                        field -> {
                            String name = field.getKey();
                            if (!field.getValue().isNull()) {
                                renamed.set(
                                        first.apply(name.charAt(0)) + name.substring(1),
                                        rename(field.getValue(), first));
                            }
                        });
        return renamed;
    }

    private static Optional<JsonNode> annotated(ApiObject autoscaler, String annotation) {
        return autoscaler.annotation(annotation).flatMap(HorizontalPodAutoscalers::parse);
    }

    /** Upstream passes over an annotation that it cannot read. */
    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static void annotate(ApiObject autoscaler, String annotation, JsonNode value) {
        autoscaler.with("metadata", "annotations").put(annotation, value.toString());
    }

    private static void dropAnnotations(ApiObject autoscaler) {
        if (autoscaler.at("metadata", "annotations") instanceof ObjectNode annotations) {
            annotations.remove(ANNOTATIONS);
            if (annotations.isEmpty()) {
                autoscaler.with("metadata").remove("annotations");
            }
        }
    }
}
