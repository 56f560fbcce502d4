package io.alcove.apiserver.admission.policy;

import io.alcove.apiserver.admission.expression.Expression;
import io.alcove.cel.CelProgram;
import io.alcove.cel.interpreter.Limits;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.StructValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a policy's variables for one request, each computed when it is first read. */
final class LazyVariables implements StructValue {

    private final PolicyVariables variables;
    private final Variables request;
    private final Map<String, Object> known = new HashMap<>();
    private long cost;

    LazyVariables(PolicyVariables variables, Variables request) {
        this.variables = variables;
        this.request = request;
    }

    /** What computing them did cost since it was last asked. */
    long takeCost() {
        long taken = cost;
        cost = 0;
        return taken;
    }

    @Override
    public CelType type() {
        return PolicyVariables.type();
    }

    @Override
    public boolean hasField(String name) {
        return variables.expressions().containsKey(name);
    }

    @Override
    public @Nullable Object field(String name) {
        Object value = known.get(name);
        Expression expression = variables.expressions().get(name);
        if (value != null || expression == null) {
            return value;
        }
        Object computed = compute(name, expression);
        known.put(name, computed);
        return computed;
    }

    private Object compute(String name, Expression expression) {
        CelProgram program = expression.program();
        if (program == null) {
            return new CelError(
                    "composited variable \"%s\" fails to compile: %s"
                            .formatted(name, expression.problem()));
        }
        Outcome outcome =
                program.evaluate(
                        n -> n.equals(PolicyVariables.NAME) ? this : request.find(n),
                        Limits.DEFAULT);
        cost += outcome.cost();
        return outcome.error().isPresent()
                ? new CelError(
                        "composited variable \"%s\" fails to evaluate: %s"
                                .formatted(name, outcome.error().get().message()))
                : outcome.value();
    }
}
