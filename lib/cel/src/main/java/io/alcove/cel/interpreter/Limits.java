package io.alcove.cel.interpreter;

import java.util.OptionalLong;

/**
 * What an evaluation may use.
 *
 * @param cost in units of a field access
 * @param deadline by {@link System#nanoTime}; empty where there is none
 */
public record Limits(long cost, OptionalLong deadline) {

    /** Of one expression, as Kubernetes limits it. */
    public static final long PER_CALL = 1_000_000;

    public static final Limits DEFAULT = new Limits(PER_CALL, OptionalLong.empty());

    public static Limits ofCost(long cost) {
        return new Limits(cost, OptionalLong.empty());
    }

    public Limits until(long deadline) {
        return new Limits(cost, OptionalLong.of(deadline));
    }
}
