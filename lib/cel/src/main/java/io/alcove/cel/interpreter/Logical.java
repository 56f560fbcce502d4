package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import org.jspecify.annotations.Nullable;

/**
 * Conjunction or disjunction. A term that decides it wins over an error of another.
 *
 * @param decisive the value of a term that decides: false for a conjunction
 */
record Logical(Node[] terms, boolean decisive) implements Node {

    @Override
    public Object eval(Evaluation evaluation) {
        @Nullable CelError error = null;
        for (Node term : terms) {
            Object value = term.eval(evaluation);
            if (value instanceof Boolean bool) {
                if (bool == decisive) {
                    return decisive;
                }
            } else if (error == null) {
                error = value instanceof CelError e ? e : CelError.NO_SUCH_OVERLOAD;
            }
        }
        return error == null ? (Object) !decisive : error;
    }
}
