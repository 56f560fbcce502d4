package io.alcove.cel.syntax;

/** An expression without syntax errors, or what is wrong with it. */
public record Parsed(Expr expr, Positions positions, Issues issues) {

    public boolean ok() {
        return issues.isEmpty();
    }
}
