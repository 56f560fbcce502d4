package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import java.util.Optional;

/**
 * What an evaluation gave.
 *
 * @param value a value as {@link io.alcove.cel.value.Values} describes them, or a CelError
 * @param cost what was spent, also where it failed
 */
public record Outcome(Object value, long cost) {

    public boolean failed() {
        return value instanceof CelError;
    }

    /** Why it failed; empty where it did not. */
    public Optional<CelError> error() {
        return value instanceof CelError error ? Optional.of(error) : Optional.empty();
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
