package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;

/** An expression that can be evaluated, by any number of threads at a time. */
public final class Program {

    private final Node root;
    private final int locals;

    Program(Node root, int locals) {
        this.root = root;
        this.locals = locals;
    }

    public Outcome evaluate(Variables variables, Limits limits) {
        Evaluation evaluation = new Evaluation(variables, locals, limits);
        try {
            return new Outcome(root.eval(evaluation), evaluation.cost());
        } catch (LimitException e) {
            return new Outcome(e.error(), evaluation.cost());
        } catch (StackOverflowError e) {
            return new Outcome(new CelError("expression nests too deep", true), evaluation.cost());
        }
    }
}
