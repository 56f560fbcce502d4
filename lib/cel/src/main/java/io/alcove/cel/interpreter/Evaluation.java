package io.alcove.cel.interpreter;

import org.jspecify.annotations.Nullable;

/** The state of one evaluation: variables, and what it has cost so far. */
final class Evaluation {

    /** How many steps of folds go between two looks at the clock. */
    private static final int STEPS_PER_CHECK = 100;

    final Variables variables;
    final @Nullable Object[] locals;
    private final Limits limits;
    private long cost;
    private int steps;

    Evaluation(Variables variables, int locals, Limits limits) {
        this.variables = variables;
        this.locals = new Object[locals];
        this.limits = limits;
    }

    void charge(long units) {
        cost += units;
        if (cost > limits.cost() || cost < 0) {
            throw LimitException.cost();
        }
    }

    void step() {
        if (++steps % STEPS_PER_CHECK == 0
                && limits.deadline().isPresent()
                && System.nanoTime() - limits.deadline().getAsLong() > 0) {
            throw LimitException.time();
        }
    }

    long cost() {
        return cost;
    }
}
