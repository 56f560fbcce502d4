package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A structural schema as a CustomResourceDefinition has it, in JSON. What is asked for is kept. */
public final class JsonSchema implements ValueSchema {

    private final ObjectNode node;
    private @Nullable Map<String, ValueSchema> properties;
    private @Nullable ValueSchema items;
    private @Nullable ValueSchema additionalProperties;

    private JsonSchema(ObjectNode node) {
        this.node = node;
    }

    /** The tree must not change any more. */
    public static JsonSchema of(ObjectNode node) {
        return new JsonSchema(node);
    }

    private static @Nullable ValueSchema child(JsonNode node) {
        return node instanceof ObjectNode object ? new JsonSchema(object) : null;
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : node.path(field)) {
            texts.add(text.asText());
        }
        return texts;
    }

    private OptionalLong number(String field) {
        JsonNode found = node.path(field);
        return found.isNumber() ? OptionalLong.of(found.longValue()) : OptionalLong.empty();
    }

    @Override
    public String type() {
        return node.path("type").asText("");
    }

    @Override
    public String format() {
        return node.path("format").asText("");
    }

    @Override
    public boolean nullable() {
        return node.path("nullable").asBoolean();
    }

    @Override
    public boolean isIntOrString() {
        return node.path("x-kubernetes-int-or-string").asBoolean();
    }

    @Override
    public boolean isEmbeddedResource() {
        return node.path("x-kubernetes-embedded-resource").asBoolean();
    }

    @Override
    public boolean preservesUnknownFields() {
        return node.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    }

    @Override
    public String listType() {
        return node.path("x-kubernetes-list-type").asText("");
    }

    @Override
    public List<String> listMapKeys() {
        return texts("x-kubernetes-list-map-keys");
    }

    @Override
    public @Nullable ValueSchema items() {
        if (items == null) {
            items = child(node.path("items"));
        }
        return items;
    }

    @Override
    public @Nullable ValueSchema additionalProperties() {
        if (additionalProperties == null) {
            additionalProperties = child(node.path("additionalProperties"));
        }
        return additionalProperties;
    }

    @Override
    public Map<String, ValueSchema> properties() {
        Map<String, ValueSchema> known = properties;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
                ValueSchema schema = child(property.getValue());
                if (schema != null) {
                    known.put(property.getKey(), schema);
                }
            }
            properties = known;
        }
        return known;
    }

    @Override
    public boolean hasProperties() {
        return node.path("properties").isObject();
    }

    @Override
    public List<String> required() {
        return texts("required");
    }

    @Override
    public OptionalLong maxLength() {
        return number("maxLength");
    }

    @Override
    public OptionalLong maxItems() {
        return number("maxItems");
    }

    @Override
    public OptionalLong maxProperties() {
        return number("maxProperties");
    }

    @Override
    public List<String> allowedStrings() {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : node.path("enum")) {
            texts.add(value.isTextual() ? value.textValue() : "");
        }
        return texts;
    }

    @Override
    public boolean hasDefault() {
        return node.hasNonNull("default");
    }
}
