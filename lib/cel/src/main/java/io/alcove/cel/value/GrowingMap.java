package io.alcove.cel.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fold collects into a map: inserting changes it. Only the fold that made it holds it. */
public final class GrowingMap implements MapValue {

    private final Map<Object, Object> entries = new LinkedHashMap<>();

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public @Nullable Object find(Object key) {
        return entries.get(key);
    }

    @Override
    public Iterable<Object> keys() {
        return entries.keySet();
    }

    /** Whether the key was new. */
    public boolean insert(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    public MapValue done() {
        return new JavaMap(entries);
    }
}
