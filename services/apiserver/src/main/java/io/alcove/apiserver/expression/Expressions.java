package io.alcove.apiserver.expression;

/** Compiles expressions over the variables of one place. */
@FunctionalInterface
public interface Expressions {

    /**
     * @throws ExpressionException where the text is no expression over them
     */
    Expression compile(String text) throws ExpressionException;
}
