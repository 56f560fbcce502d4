package io.alcove.cel.interpreter;

import io.alcove.cel.function.Implementation;
import io.alcove.cel.value.CelError;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function.
 *
 * @param strict whether an argument's error is the call's
 */
record Invocation(Implementation implementation, Node[] arguments, boolean strict, CallCost cost)
        implements Node {

    /** How many arguments are evaluated even after one has failed. */
    private static final int EAGER = 2;

    @Override
    public Object eval(Evaluation evaluation) {
        Object[] values = new Object[arguments.length];
        @Nullable Object error = null;
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].eval(evaluation);
            if (strict && error == null && values[i] instanceof CelError) {
                error = values[i];
                if (values.length > EAGER && i + 1 < values.length) {
                    return error;
                }
            }
        }
        Object result = error == null ? implementation.call(values) : error;
        evaluation.charge(cost.of(values, result));
        return result;
    }
}
