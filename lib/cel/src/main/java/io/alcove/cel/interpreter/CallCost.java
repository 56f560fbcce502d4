package io.alcove.cel.interpreter;

/** What a call costs beside its arguments, known their values. */
@FunctionalInterface
interface CallCost {

    long of(Object[] arguments, Object result);
}
