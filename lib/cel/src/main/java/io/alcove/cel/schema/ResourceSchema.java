package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The schema of a resource's root: with apiVersion, kind and the two names of its metadata. */
record ResourceSchema(ValueSchema schema, Map<String, ValueSchema> properties)
        implements ValueSchema {

    private static final ValueSchema STRING = JsonSchema.of(object("string"));
    private static final ValueSchema METADATA = JsonSchema.of(metadata());

    static ValueSchema of(ValueSchema schema) {
        if (isComplete(schema)) {
            return schema;
        }
        Map<String, ValueSchema> properties = new LinkedHashMap<>(schema.properties());
        properties.put("kind", STRING);
        properties.put("apiVersion", STRING);
        properties.put("metadata", METADATA);
        return new ResourceSchema(schema, properties);
    }

    private static boolean isComplete(ValueSchema schema) {
        return isString(schema, "kind")
                && isString(schema, "apiVersion")
                && schema.property("metadata")
                        .filter(m -> isString(m, "name") && isString(m, "generateName"))
                        .isPresent();
    }

    private static boolean isString(ValueSchema schema, String property) {
        return schema.property(property).filter(p -> p.type().equals("string")).isPresent();
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode metadata() {
        ObjectNode metadata = object("object");
        metadata.putObject("properties")
                .<ObjectNode>set("name", object("string"))
                .set("generateName", object("string"));
        return metadata;
    }

    @Override
    public String type() {
        return schema.type();
    }

    @Override
    public String format() {
        return schema.format();
    }

    @Override
    public boolean nullable() {
        return schema.nullable();
    }

    @Override
    public boolean isIntOrString() {
        return schema.isIntOrString();
    }

    @Override
    public boolean isEmbeddedResource() {
        return schema.isEmbeddedResource();
    }

    @Override
    public boolean preservesUnknownFields() {
        return schema.preservesUnknownFields();
    }

    @Override
    public String listType() {
        return schema.listType();
    }

    @Override
    public List<String> listMapKeys() {
        return schema.listMapKeys();
    }

    @Override
    public @Nullable ValueSchema items() {
        return schema.items();
    }

    @Override
    public @Nullable ValueSchema additionalProperties() {
        return schema.additionalProperties();
    }

    @Override
    public List<String> required() {
        return schema.required();
    }

    @Override
    public OptionalLong maxLength() {
        return schema.maxLength();
    }

    @Override
    public OptionalLong maxItems() {
        return schema.maxItems();
    }

    @Override
    public OptionalLong maxProperties() {
        return schema.maxProperties();
    }

    @Override
    public List<String> allowedStrings() {
        return schema.allowedStrings();
    }

    @Override
    public boolean hasDefault() {
        return schema.hasDefault();
    }
}
