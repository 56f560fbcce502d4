package io.alcove.apiserver.registry.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of an autoscaler: v1 keeps flat, in an annotation, what v2 nests. */
final class AutoscalerMetrics {

    /**
     * By metric type: the fields of v1 with the paths where v2 has them; {@code ?} is target or
     * current.
     */
    private static final Map<String, Map<String, String>> FIELDS =
            Map.of(
                    "resource",
                    fields(
                            "name",
                            "name",
                            "?AverageUtilization",
                            "?.averageUtilization",
                            "?AverageValue",
                            "?.averageValue"),
                    "containerResource",
                    fields(
                            "name",
                            "name",
                            "container",
                            "container",
                            "?AverageUtilization",
                            "?.averageUtilization",
                            "?AverageValue",
                            "?.averageValue"),
                    "pods",
                    fields(
                            "metricName",
                            "metric.name",
                            "selector",
                            "metric.selector",
                            "?AverageValue",
                            "?.averageValue"),
                    "object",
                    fields(
                            "target",
                            "describedObject",
                            "metricName",
                            "metric.name",
                            "selector",
                            "metric.selector",
                            "?Value",
                            "?.value",
                            "averageValue",
                            "?.averageValue"),
                    "external",
                    fields(
                            "metricName",
                            "metric.name",
                            "metricSelector",
                            "metric.selector",
                            "?Value",
                            "?.value",
                            "?AverageValue",
                            "?.averageValue"));

    private AutoscalerMetrics() {}

    /**
     * @param part "target" in a spec, "current" in a status
     */
    static ArrayNode toV1(Iterable<JsonNode> metrics, String part) {
        ArrayNode converted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode metric : metrics) {
            ObjectNode v1 = converted.addObject();
            v1.set("type", metric.path("type"));
            FIELDS.forEach(
                    (type, fields) -> {
                        if (metric.get(type) instanceof ObjectNode source) {
                            ObjectNode flat = v1.putObject(type);
                            fields.forEach(
                                    (field, path) -> {
                                        JsonNode value = at(source, path.replace("?", part));
                                        if (!value.isMissingNode()) {
                                            flat.set(field.replace("?", part), value);
                                        }
                                    });
                        }
                    });
        }
        return converted;
    }

    static ArrayNode toV2(Iterable<JsonNode> metrics, String part) {
        ArrayNode converted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode metric : metrics) {
            ObjectNode v2 = converted.addObject();
            v2.set("type", metric.path("type"));
            FIELDS.forEach(
                    (type, fields) -> {
                        if (metric.get(type) instanceof ObjectNode flat) {
                            nest(flat, fields, v2.putObject(type), part);
                        }
                    });
        }
        return converted;
    }

    private static void nest(
            ObjectNode flat, Map<String, String> fields, ObjectNode source, String part) {
        fields.forEach(
                (field, path) -> {
                    JsonNode value = flat.get(field.replace("?", part));
                    if (value != null) {
                        put(source, path.replace("?", part), value);
                    }
                });
        if (part.equals("target")) {
            ObjectNode target = source.withObjectProperty("target");
            target.put("type", targetType(target));
        }
    }

    private static String targetType(ObjectNode target) {
        if (target.has("averageUtilization")) {
            return "Utilization";
        }
        return target.has("averageValue") ? "AverageValue" : "Value";
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode current = node;
        for (String field : List.of(path.split("\\."))) {
            current = current.path(field);
        }
        return current;
    }

    private static void put(ObjectNode node, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            node.set(path, value);
        } else {
            put(node.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
