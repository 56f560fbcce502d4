package io.alcove.apiserver.admission.expression;

import io.alcove.cel.CelProgram;
import io.alcove.cel.interpreter.Limits;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.value.CelError;

/** What the expressions of one policy may cost together. */
public final class Budget {

    /** Of a policy's validations or mutations. */
    public static final long POLICY = 10_000_000;

    /** Of match conditions. */
    public static final long MATCH_CONDITIONS = 2_500_000;

    /** The budget is spent. */
    public static final class SpentException extends Exception {

        private SpentException() {
            super(
                    "validation failed due to running out of cost budget, no further validation"
                            + " rules will be run",
                    null,
                    false,
                    false);
        }

        public String text() {
            return String.valueOf(getMessage());
        }
    }

    private long left;

    public Budget(long units) {
        this.left = units;
    }

    public void spend(long units) throws SpentException {
        left -= units;
        if (left < 0) {
            throw new SpentException();
        }
    }

    /** The value or a CelError with upstream's text. */
    public Object evaluate(Expression expression, Variables variables) throws SpentException {
        CelProgram program = expression.program();
        if (program == null) {
            return new CelError("compilation error: " + expression.problem());
        }
        Outcome outcome = program.evaluate(variables, Limits.DEFAULT);
        spend(outcome.cost());
        return outcome.error().isPresent()
                ? new CelError(
                        "expression '%s' resulted in error: %s"
                                .formatted(expression.text(), outcome.error().get().message()))
                : outcome.value();
    }
}
