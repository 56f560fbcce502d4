package io.alcove.cel.interpreter;

/** A planned part of an expression. It gives a value or a CelError, and charges what it costs. */
interface Node {

    Object eval(Evaluation evaluation);
}
