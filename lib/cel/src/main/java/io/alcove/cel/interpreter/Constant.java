package io.alcove.cel.interpreter;

/** What needs no evaluation. */
record Constant(Object value) implements Node {

    @Override
    public Object eval(Evaluation evaluation) {
        return value;
    }
}
