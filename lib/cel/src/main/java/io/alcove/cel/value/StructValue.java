package io.alcove.cel.value;

import io.alcove.cel.type.CelType;
import org.jspecify.annotations.Nullable;

/** A value with named fields that is no map: it has no size and cannot be iterated. */
public interface StructValue {

    CelType type();

    /** The field's value; null where it is not set. */
    @Nullable Object field(String name);

    /** Whether the type has such a field at all. */
    boolean hasField(String name);

    /** What reading a field that is not set gives; null where that is an error. */
    default @Nullable Object defaultOf(String name) {
        return null;
    }
}
