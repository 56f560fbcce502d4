package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of a schema. */
public final class Defaulting {

    private Defaulting() {}

    /** Puts defaults where there is nothing, and in the place of nulls that may not be. */
    public static void apply(JsonNode value, @Nullable StructuralSchema schema) {
        if (schema == null || !schema.hasDefaults()) {
            return;
        }
        switch (value) {
            case ObjectNode object -> applyToFields(object, schema);
            case ArrayNode list -> applyToElements(list, schema.items());
            default -> {}
        }
    }

    private static void applyToFields(ObjectNode object, StructuralSchema schema) {
        schema.properties()
                .forEach(
                        (name, property) -> {
                            JsonNode present = object.get(name);
                            JsonNode byDefault = property.defaultValue();
                            if (byDefault != null
                                    && (present == null || isRefusedNull(present, property))) {
                                object.set(name, byDefault.deepCopy());
                            }
                        });
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            StructuralSchema property = schema.field(field.getKey());
            if (property == null) {
                continue;
            }
            if (isRefusedNull(field.getValue(), property) && isOther(schema, field.getKey())) {
                field.setValue(orNull(property.defaultValue()));
            }
            apply(field.getValue(), property);
        }
    }

    private static boolean isOther(StructuralSchema schema, String name) {
        return schema.property(name) == null;
    }

    private static void applyToElements(ArrayNode list, @Nullable StructuralSchema items) {
        if (items == null) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (isRefusedNull(list.get(i), items)) {
                list.set(i, orNull(items.defaultValue()));
            }
            apply(list.get(i), items);
        }
    }

    /** Drops the nulls that may not be and that no default takes the place of. */
    public static void dropNulls(JsonNode value, @Nullable StructuralSchema schema) {
        switch (value) {
            case ObjectNode object -> {
                Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
                while (fields.hasNext()) {
                    Map.Entry<String, JsonNode> field = fields.next();
                    StructuralSchema property =
                            schema == null ? null : schema.field(field.getKey());
                    if (property != null
                            && isRefusedNull(field.getValue(), property)
                            && property.defaultValue() == null) {
                        fields.remove();
                    } else if (property != null) {
                        dropNulls(field.getValue(), property);
                    }
                }
            }
            case ArrayNode list when schema != null && schema.items() != null ->
                    list.forEach(each -> dropNulls(each, schema.items()));
            default -> {}
        }
    }

    private static boolean isRefusedNull(JsonNode value, StructuralSchema schema) {
        return value.isNull() && !schema.isNullable();
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.instance : value.deepCopy();
    }
}
