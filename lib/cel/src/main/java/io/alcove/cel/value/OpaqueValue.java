package io.alcove.cel.value;

import io.alcove.cel.type.CelType;

/** A value of a type that a library adds. Two are the same where {@code equals} says so. */
public interface OpaqueValue {

    CelType type();

    /** What it counts for where a call's cost depends on the sizes of its arguments. */
    default long size() {
        return 1;
    }

    /** Whether comparing it costs one unit, whatever its size. */
    default boolean comparesAtUnitCost() {
        return false;
    }
}
