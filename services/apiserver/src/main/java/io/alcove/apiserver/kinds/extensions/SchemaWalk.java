package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for something in a schema and all that are in it. */
final class SchemaWalk {

    private static final List<String> SINGLE =
            List.of("items", "not", "additionalProperties", "additionalItems");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "items");
    private static final List<String> MAPS =
            List.of("properties", "patternProperties", "definitions", "dependencies");
    private static final List<String> NOT_STRUCTURAL =
            List.of(
                    "id",
                    "$ref",
                    "additionalItems",
                    "patternProperties",
                    "definitions",
                    "dependencies");
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "array", "object");

    private SchemaWalk() {}

    static boolean has(JsonNode node, Predicate<ObjectNode> wanted) {
        if (!(node instanceof ObjectNode schema)) {
            return false;
        }
        return wanted.test(schema)
                || SINGLE.stream().anyMatch(field -> has(schema.path(field), wanted))
                || LISTS.stream()
                        .anyMatch(
                                field ->
                                        schema.path(field).isArray()
                                                && schema.path(field)
                                                        .valueStream()
                                                        .anyMatch(each -> has(each, wanted)))
                || MAPS.stream()
                        .anyMatch(
                                field ->
                                        schema.path(field)
                                                .propertyStream()
                                                .anyMatch(each -> has(each.getValue(), wanted)));
    }

    static boolean hasDefaults(JsonNode schema) {
        return has(schema, each -> each.has("default"));
    }

    static boolean hasInvalidTypes(JsonNode schema) {
        return has(
                schema,
                each -> {
                    String type = each.path("type").asText("");
                    return !type.isEmpty() && !TYPES.contains(type);
                });
    }

    /** Whether it could be structural at all. */
    static boolean isConvertible(JsonNode schema) {
        return !has(
                schema,
                each ->
                        NOT_STRUCTURAL.stream().anyMatch(each::has)
                                || each.path("items").isArray());
    }
}
