package io.alcove.cel.cost;

import org.jspecify.annotations.Nullable;

/**
 * How large the keys and values of a list or map are.
 *
 * @param map whether it is a map's
 */
record EntrySize(boolean map, Range key, Range value) {

    static @Nullable EntrySize union(@Nullable EntrySize first, @Nullable EntrySize second) {
        return first == null || second == null
                ? null
                : new EntrySize(first.map, first.key.or(second.key), first.value.or(second.value));
    }
}
