package io.alcove.cel;

import io.alcove.cel.checker.Children;
import io.alcove.cel.syntax.Expr;

/** Looks for a variable in an expression. */
record VariableUse(String name) {

    static VariableUse of(String name) {
        return new VariableUse(name);
    }

    boolean isIn(Expr expr) {
        return (expr instanceof Expr.Ident(int _, String found) && found.equals(name))
                || Children.of(expr).stream().anyMatch(this::isIn);
    }
}
