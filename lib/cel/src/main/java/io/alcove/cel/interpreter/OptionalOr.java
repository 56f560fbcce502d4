package io.alcove.cel.interpreter;

import io.alcove.cel.value.OptionalValue;
import org.jspecify.annotations.Nullable;

/**
 * The first optional if it has a value, else what comes second, which is evaluated only then.
 *
 * @param unwrap whether the value is asked for, not the optional
 */
record OptionalOr(Node first, Node second, boolean unwrap) implements Node {

    @Override
    public Object eval(Evaluation evaluation) {
        Object optional = first.eval(evaluation);
        if (!(optional instanceof OptionalValue(@Nullable Object value))) {
            return optional;
        }
        if (value == null) {
            return second.eval(evaluation);
        }
        return unwrap ? value : optional;
    }
}
