package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * An OpenAPI 3 schema in the words of OpenAPI 2: a property's reference stands by itself, what only
 * version 3 can say is left out, and values of several types are texts.
 */
final class V2Schema {

    static final String PREFIX = "#/definitions/";

    private static final Set<String> UNKNOWN_TO_V2 =
            Set.of("default", "nullable", "oneOf", "anyOf", "not");

    private V2Schema() {}

    static ObjectNode of(ObjectNode schema) {
        ObjectNode converted = convert(schema);
        if (schema.has("oneOf") && !schema.has("type")) {
            converted.put("type", "string");
        }
        return converted;
    }

    private static ObjectNode convert(ObjectNode schema) {
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "$ref" -> converted.put("$ref", reference(value));
                case "allOf" -> unwrap(value, converted);
                case "properties" -> convertEach(value, converted.putObject("properties"));
                case "items", "additionalProperties" ->
                        converted.set(
                                entry.getKey(),
                                value instanceof ObjectNode child ? convert(child) : value);
                default -> {
                    if (!UNKNOWN_TO_V2.contains(entry.getKey())) {
                        converted.set(entry.getKey(), value);
                    }
                }
            }
        }
        return converted;
    }

    private static void convertEach(JsonNode properties, ObjectNode into) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            into.set(
                    property.getKey(),
                    property.getValue() instanceof ObjectNode child
                            ? convert(child)
                            : property.getValue());
        }
    }

    /** What an allOf of version 3 is there for: to put something beside a reference. */
    private static void unwrap(JsonNode allOf, ObjectNode into) {
        if (allOf instanceof ArrayNode list && list.size() == 1 && list.get(0).has("$ref")) {
            into.put("$ref", reference(list.get(0).path("$ref")));
        }
    }

    private static String reference(JsonNode reference) {
        return PREFIX + reference.asText().substring(Components.PREFIX.length());
    }
}
