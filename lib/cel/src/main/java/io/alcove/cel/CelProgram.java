package io.alcove.cel;

import io.alcove.cel.checker.Checked;
import io.alcove.cel.cost.CostEstimator;
import io.alcove.cel.cost.Range;
import io.alcove.cel.cost.SizeSource;
import io.alcove.cel.interpreter.Limits;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Program;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.type.CelType;

/** A compiled expression. It is immutable: keep it, compiling costs a hundred evaluations. */
public final class CelProgram {

    private final Checked checked;
    private final Program program;

    CelProgram(Checked checked, Program program) {
        this.checked = checked;
        this.program = program;
    }

    /** The type of its result, as far as it is known before evaluation. */
    public CelType resultType() {
        return checked.resultType();
    }

    /** Whether it reads a variable at all. */
    public boolean uses(String variable) {
        return VariableUse.of(variable).isIn(checked.expr());
    }

    /** What it may cost, given the greatest sizes of variables. */
    public Range estimateCost(SizeSource sizes) {
        return CostEstimator.estimate(checked, sizes);
    }

    /** Evaluates it. Nothing is thrown: an error is the outcome's value. */
    public Outcome evaluate(Variables variables, Limits limits) {
        return program.evaluate(variables, limits);
    }

    public Outcome evaluate(Variables variables) {
        return evaluate(variables, Limits.DEFAULT);
    }
}
