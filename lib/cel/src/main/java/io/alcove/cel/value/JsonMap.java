package io.alcove.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object. */
record JsonMap(ObjectNode node) implements MapValue {

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public @Nullable Object find(Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        JsonNode found = node.get(name);
        return found == null ? null : Values.of(found);
    }

    @Override
    public Iterable<Object> keys() {
        List<Object> keys = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
