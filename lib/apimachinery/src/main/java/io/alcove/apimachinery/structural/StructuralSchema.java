package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a custom resource's values: the part of its openAPIV3Schema that says which
 * fields there are. Immutable; defaults are copied by whoever puts them into an object.
 */
public final class StructuralSchema {

    private final ObjectNode document;
    private final String type;
    private final Map<String, StructuralSchema> properties = new LinkedHashMap<>();
    private final @Nullable StructuralSchema items;
    private final @Nullable StructuralSchema additionalProperties;
    private final boolean takesAdditionalProperties;
    private final @Nullable JsonNode defaultValue;
    private final boolean nullable;
    private final boolean embeddedResource;
    private final boolean preservesUnknownFields;
    private final boolean intOrString;
    private final String listType;
    private final List<String> listMapKeys;
    private final boolean hasDefaults;
    private final boolean hasEmbeddedResources;

    private StructuralSchema(ObjectNode document) {
        this.document = document;
        this.type = document.path("type").asText("");
        document.path("properties").properties().forEach(this::readProperty);
        this.items = child(document.path("items"));
        JsonNode additional = document.path("additionalProperties");
        this.additionalProperties = child(additional);
        this.takesAdditionalProperties = additional.isObject() || additional.asBoolean(false);
        this.defaultValue = document.get("default");
        this.nullable = document.path("nullable").asBoolean(false);
        this.embeddedResource = flag("x-kubernetes-embedded-resource");
        this.preservesUnknownFields = flag("x-kubernetes-preserve-unknown-fields");
        this.intOrString = flag("x-kubernetes-int-or-string");
        this.listType = document.path("x-kubernetes-list-type").asText("");
        this.listMapKeys = texts(document.path("x-kubernetes-list-map-keys"));
        this.hasDefaults = defaultValue != null || children().stream().anyMatch(s -> s.hasDefaults);
        this.hasEmbeddedResources =
                embeddedResource || children().stream().anyMatch(s -> s.hasEmbeddedResources);
    }

    /** Reads an openAPIV3Schema; what is not structural of it is passed over. */
    public static StructuralSchema of(ObjectNode openApiSchema) {
        return new StructuralSchema(openApiSchema);
    }

    /** What the schema was read from; not to be changed. */
    public ObjectNode document() {
        return document;
    }

    /** "object", "array", "string", ...; empty where any is allowed. */
    public String type() {
        return type;
    }

    public Map<String, StructuralSchema> properties() {
        return properties;
    }

    public @Nullable StructuralSchema property(String name) {
        return properties.get(name);
    }

    public @Nullable StructuralSchema items() {
        return items;
    }

    /** What the values of other keys are; null where none are taken, or any. */
    public @Nullable StructuralSchema additionalProperties() {
        return additionalProperties;
    }

    /** Whether other keys than the named ones are taken. */
    public boolean takesAdditionalProperties() {
        return takesAdditionalProperties;
    }

    /** The schema of a field, by its name or as one of the others. */
    public @Nullable StructuralSchema field(String name) {
        StructuralSchema named = properties.get(name);
        return named == null ? additionalProperties : named;
    }

    public @Nullable JsonNode defaultValue() {
        return defaultValue;
    }

    public boolean isNullable() {
        return nullable;
    }

    public boolean isEmbeddedResource() {
        return embeddedResource;
    }

    public boolean preservesUnknownFields() {
        return preservesUnknownFields;
    }

    public boolean isIntOrString() {
        return intOrString;
    }

    /** "atomic", "set", "map", or empty. */
    public String listType() {
        return listType;
    }

    public List<String> listMapKeys() {
        return listMapKeys;
    }

    /** Whether it or anything in it has a default. */
    boolean hasDefaults() {
        return hasDefaults;
    }

    boolean hasEmbeddedResources() {
        return hasEmbeddedResources;
    }

    private List<StructuralSchema> children() {
        List<StructuralSchema> children = new ArrayList<>(properties.values());
        if (items != null) {
            children.add(items);
        }
        if (additionalProperties != null) {
            children.add(additionalProperties);
        }
        return children;
    }

    private void readProperty(Map.Entry<String, JsonNode> property) {
        StructuralSchema schema = child(property.getValue());
        if (schema != null) {
            properties.put(property.getKey(), schema);
        }
    }

    private static @Nullable StructuralSchema child(JsonNode node) {
        return node instanceof ObjectNode object ? new StructuralSchema(object) : null;
    }

    private boolean flag(String name) {
        return document.path(name).asBoolean(false);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof ArrayNode array) {
            array.forEach(each -> texts.add(each.asText()));
        }
        return List.copyOf(texts);
    }
}
