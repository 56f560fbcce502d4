package io.alcove.cel.value;

import org.jspecify.annotations.Nullable;

/** A value that may be absent. */
public record OptionalValue(@Nullable Object value) {

    public static final OptionalValue NONE = new OptionalValue(null);

    public static OptionalValue of(Object value) {
        return new OptionalValue(value);
    }

    public boolean isPresent() {
        return value != null;
    }
}
