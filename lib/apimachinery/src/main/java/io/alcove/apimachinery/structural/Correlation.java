package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value beside the one that it takes the place of, as far as the schema tells which that is:
 * fields by their names, elements of a list of type map by their keys, other elements not at all.
 */
public final class Correlation {

    private final JsonNode value;
    private final JsonNode oldValue;
    private final @Nullable StructuralSchema schema;
    private final Map<Object, Correlation> children = new HashMap<>();
    private @Nullable Map<List<JsonNode>, JsonNode> oldElements;
    private @Nullable Boolean equal;

    private Correlation(JsonNode value, JsonNode oldValue, @Nullable StructuralSchema schema) {
        this.value = value;
        this.oldValue = oldValue;
        this.schema = schema;
    }

    public static Correlation of(
            JsonNode value, JsonNode oldValue, @Nullable StructuralSchema schema) {
        return new Correlation(value, oldValue, schema);
    }

    public JsonNode value() {
        return value;
    }

    public JsonNode oldValue() {
        return oldValue;
    }

    /** Null where the field has no older value, or the schema does not know it. */
    public @Nullable Correlation field(String name) {
        if (schema == null || !value.isObject() || !oldValue.isObject()) {
            return null;
        }
        JsonNode present = value.get(name);
        JsonNode before = oldValue.get(name);
        StructuralSchema property = schema.field(name);
        if (present == null || before == null || property == null) {
            return null;
        }
        return children.computeIfAbsent(name, _ -> new Correlation(present, before, property));
    }

    /** Null where the element has no older state. */
    public @Nullable Correlation element(int index) {
        if (schema == null || schema.items() == null || !schema.listType().equals("map")) {
            return null;
        }
        JsonNode present = value.get(index);
        if (!(present instanceof ObjectNode) || !(oldValue instanceof ArrayNode before)) {
            return null;
        }
        JsonNode old = oldElements(schema, before).get(keysOf(schema, present));
        if (old == null) {
            return null;
        }
        StructuralSchema items = schema.items();
        return children.computeIfAbsent(index, _ -> new Correlation(present, old, items));
    }

    /** Whether nothing changed, as far as values are correlated. */
    public boolean isUnchanged() {
        Boolean known = equal;
        if (known == null) {
            known = compare();
            equal = known;
        }
        return known;
    }

    private boolean compare() {
        if (value instanceof ObjectNode fields && oldValue.isObject()) {
            return fields.size() == oldValue.size()
                    && fields.propertyStream()
                            .map(field -> field(field.getKey()))
                            .allMatch(child -> child != null && child.isUnchanged());
        }
        if (value instanceof ArrayNode list
                && oldValue.isArray()
                && schema != null
                && schema.listType().equals("map")) {
            if (list.size() != oldValue.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                Correlation child = element(i);
                if (child == null || !child.isUnchanged()) {
                    return false;
                }
            }
            return true;
        }
        return JsonValues.equal(value, oldValue);
    }

    private Map<List<JsonNode>, JsonNode> oldElements(StructuralSchema of, ArrayNode before) {
        Map<List<JsonNode>, JsonNode> known = oldElements;
        if (known == null) {
            known = new HashMap<>();
            for (JsonNode element : before) {
                if (element.isObject()) {
                    known.putIfAbsent(keysOf(of, element), element);
                }
            }
            oldElements = known;
        }
        return known;
    }

    private static List<JsonNode> keysOf(StructuralSchema schema, JsonNode element) {
        List<JsonNode> keys = new ArrayList<>();
        schema.listMapKeys().forEach(key -> keys.add(element.path(key)));
        return keys;
    }
}
