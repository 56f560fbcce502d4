package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object or map of a schema. Fields that the schema does not know are counted, not seen. */
record SchemaObject(ObjectNode node, ValueSchema schema) implements MapValue {

    @Override
    public int size() {
        return node.size();
    }

    private boolean isObject() {
        return schema.hasProperties() || schema.isEmbeddedResource();
    }

    private @Nullable ValueSchema schemaOf(String field) {
        return isObject() ? schema.properties().get(field) : schema.additionalProperties();
    }

    @Override
    public @Nullable Object find(Object key) {
        if (!(key instanceof String name)) {
            return CelError.NO_SUCH_OVERLOAD;
        }
        String field = schema.hasProperties() ? FieldNames.unescape(name).orElse("") : name;
        JsonNode value = node.get(field);
        if (value == null || (schema.hasProperties() && value.isNull())) {
            return null;
        }
        ValueSchema known = schemaOf(field);
        return known == null ? null : SchemaValues.of(value, known);
    }

    @Override
    public Iterable<Object> keys() {
        List<Object> keys = new ArrayList<>();
        node.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (schemaOf(field) != null) {
                                keys.add(
                                        schema.hasProperties()
                                                ? FieldNames.escape(field).orElse(field)
                                                : field);
                            }
                        });
        return keys;
    }

    @Override
    public boolean sameAs(MapValue other) {
        if (size() != other.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!sameField(entry.getKey(), entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameField(String field, JsonNode value, MapValue other) {
        if (schemaOf(field) == null) {
            return !(other instanceof SchemaObject(ObjectNode theirs, ValueSchema _))
                    || !theirs.has(field)
                    || value.equals(theirs.get(field));
        }
        Object mine = find(field);
        Object theirs = other.find(field);
        if (mine == null || theirs == null) {
            return mine == null && theirs == null;
        }
        return Equality.equal(mine, theirs);
    }
}
