package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.StructValue;
import io.alcove.cel.value.UnsignedLong;
import io.alcove.cel.value.Values;
import org.jspecify.annotations.Nullable;

/** Parts of values: fields, entries, elements. */
final class Access {

    private Access() {}

    /** The part, or a CelError that says that there is none. */
    static Object get(Object value, Object key) {
        return switch (value) {
            case MapValue map -> {
                Object found = map.find(key);
                yield found == null ? CelError.noSuchKey(key) : found;
            }
            case ListValue list -> element(list, key);
            case StructValue struct -> {
                Object found = find(struct, key);
                yield found == null ? absent(struct, key) : found;
            }
            case CelError error -> error;
            default -> CelError.noSuchKey(key);
        };
    }

    private static Object absent(StructValue struct, Object key) {
        String name = String.valueOf(key);
        Object otherwise = struct.hasField(name) ? struct.defaultOf(name) : null;
        return otherwise == null ? new CelError("no such key: " + name) : otherwise;
    }

    private static Object element(ListValue list, Object key) {
        Object index = index(key);
        if (!(index instanceof Long i)) {
            return index;
        }
        return i >= 0 && i < list.size()
                ? list.get(i.intValue())
                : new CelError("index out of bounds: " + key);
    }

    private static Object index(Object key) {
        return switch (key) {
            case Long i -> i;
            case Double d when d == Math.rint(d) && !Double.isInfinite(d) -> d.longValue();
            case UnsignedLong u when u.bits() >= 0 -> u.bits();
            case Double _, UnsignedLong _ ->
                    new CelError("unsupported index value %s in list".formatted(key));
            default ->
                    new CelError(
                            "unsupported index type '%s' in list"
                                    .formatted(Values.type(key).name()));
        };
    }

    /** The part or a CelError; null where there is none. */
    static @Nullable Object find(Object value, Object key) {
        return switch (value) {
            case MapValue map -> map.find(key);
            case ListValue list -> {
                Object index = index(key);
                if (index instanceof CelError) {
                    yield index;
                }
                long i = (Long) index;
                yield i >= 0 && i < list.size() ? list.get((int) i) : null;
            }
            case StructValue struct -> find(struct, key);
            case CelError error -> error;
            default -> null;
        };
    }

    private static @Nullable Object find(StructValue struct, Object key) {
        return key instanceof String name ? struct.field(name) : null;
    }

    /** Whether a field is there: Boolean or CelError. */
    static Object has(Object value, String field) {
        return switch (value) {
            case MapValue map -> map.find(field) != null;
            case StructValue struct ->
                    struct.field(field) != null
                            || (struct.hasField(field) && struct.defaultOf(field) != null);
            case ListValue _ -> index(field);
            case CelError error -> error;
            default -> false;
        };
    }
}
