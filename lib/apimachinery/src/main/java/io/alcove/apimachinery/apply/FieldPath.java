package io.alcove.apimachinery.apply;

import org.jspecify.annotations.Nullable;

/** Where a value stands in an object, from the innermost step outwards; the root is null. */
record FieldPath(@Nullable FieldPath parent, PathElement element) {

    @Override
    public String toString() {
        return parent == null ? element.toString() : parent.toString() + element;
    }
}
