package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.NullValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of type map: elements are found by their keys, and adding to it replaces those of the same
 * key.
 */
record KeyedList(List<Object> elements, List<String> keys) implements ListValue {

    static KeyedList of(ArrayNode node, @Nullable ValueSchema items, List<String> keys) {
        List<String> escaped = keys.stream().map(k -> FieldNames.escape(k).orElse(k)).toList();
        return new KeyedList(new SchemaList(node, items).toList(), escaped);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    private List<Object> key(Object element) {
        List<Object> key = new ArrayList<>(keys.size());
        for (String name : keys) {
            Object value = element instanceof MapValue map ? map.find(name) : null;
            key.add(value == null ? NullValue.NULL : value);
        }
        return key;
    }

    private Map<List<Object>, Integer> positions() {
        Map<List<Object>, Integer> positions = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            positions.put(key(elements.get(i)), i);
        }
        return positions;
    }

    @Override
    public boolean sameAs(ListValue other) {
        if (size() != other.size()) {
            return false;
        }
        Map<List<Object>, Integer> positions = positions();
        for (Object theirs : other.toList()) {
            Integer mine = positions.get(key(theirs));
            if (mine == null || !Equality.equal(elements.get(mine), theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ListValue plus(ListValue other) {
        List<Object> merged = new ArrayList<>(elements);
        Map<List<Object>, Integer> positions = positions();
        for (Object element : other.toList()) {
            Integer mine = positions.get(key(element));
            if (mine == null) {
                merged.add(element);
            } else {
                merged.set(mine, element);
            }
        }
        return new KeyedList(merged, keys);
    }
}
