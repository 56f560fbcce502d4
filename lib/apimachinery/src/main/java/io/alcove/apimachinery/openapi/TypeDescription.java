package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a type is for, and each of its fields, in words for people.
 *
 * @param text empty where nothing is said of the type itself
 */
public record TypeDescription(String text, Map<String, String> fields) {

    private static final String DESCRIPTION = "description";

    public TypeDescription {
        fields = Map.copyOf(fields);
    }

    /** Reads those of a document's schemas (of version 3) or definitions (of version 2). */
    public static Map<String, TypeDescription> readAll(JsonNode schemas) {
        Map<String, TypeDescription> read = new LinkedHashMap<>();
        schemas.properties().forEach(e -> read.put(e.getKey(), read(e.getValue())));
        return read;
    }

    private static TypeDescription read(JsonNode schema) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String text = property.getValue().path(DESCRIPTION).asText();
            if (!text.isEmpty()) {
                fields.put(property.getKey(), text);
            }
        }
        return new TypeDescription(schema.path(DESCRIPTION).asText(), fields);
    }

    /** Puts them into a document's schemas or definitions, where these say nothing themselves. */
    public static void addAll(Map<String, TypeDescription> descriptions, JsonNode schemas) {
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            TypeDescription description = descriptions.get(schema.getKey());
            if (description != null) {
                description.addTo(schema.getValue());
            }
        }
    }

    private void addTo(JsonNode schema) {
        put(schema, text);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            put(property.getValue(), fields.getOrDefault(property.getKey(), ""));
        }
    }

    private static void put(JsonNode node, String text) {
        if (!text.isEmpty() && node instanceof ObjectNode object && !object.has(DESCRIPTION)) {
            object.put(DESCRIPTION, text);
        }
    }
}
