package io.alcove.apiserver.expression;

/** An expression that cannot be compiled or evaluated, in CEL's words. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    public ExpressionException(String message) {
        super(message);
    }
}
