package io.alcove.cel.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of the JDK whose keys are values. */
record JavaMap(Map<?, ?> entries) implements MapValue {

    static final JavaMap EMPTY = new JavaMap(Map.of());

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public @Nullable Object find(Object key) {
        Object found = entries.get(key);
        if (found != null) {
            return Values.of(found);
        }
        if (entries.containsKey(key)) {
            return NullValue.NULL;
        }
        for (Object alias : Numbers.aliases(key)) {
            Object aliased = entries.get(alias);
            if (aliased != null) {
                return Values.of(aliased);
            }
        }
        return null;
    }

    @Override
    public Iterable<Object> keys() {
        List<Object> keys = new ArrayList<>(entries.size());
        entries.keySet().forEach(key -> keys.add(Values.of(key)));
        return keys;
    }
}
