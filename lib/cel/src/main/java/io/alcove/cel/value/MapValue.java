package io.alcove.cel.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map, or an object seen as one. */
public interface MapValue {

    int size();

    /** The value under a key; null where there is none. A value null is {@link NullValue}. */
    @Nullable Object find(Object key);

    Iterable<Object> keys();

    /** Whether both are the same value. */
    default boolean sameAs(MapValue other) {
        if (size() != other.size()) {
            return false;
        }
        for (Object key : keys()) {
            Object mine = find(key);
            Object theirs = other.find(key);
            if (mine == null || theirs == null || !Equality.equal(mine, theirs)) {
                return false;
            }
        }
        return true;
    }

    static MapValue of(Map<?, ?> entries) {
        return new JavaMap(entries);
    }
}
