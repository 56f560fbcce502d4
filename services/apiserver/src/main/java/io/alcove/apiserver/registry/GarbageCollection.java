package io.alcove.apiserver.registry;

/** A kind's default for objects that name a deleted one as their owner. */
public enum GarbageCollection {
    BACKGROUND,
    ORPHAN,
    /** The kind owns nothing: no finalizers for dependents are ever set. */
    UNSUPPORTED
}
