package io.alcove.apiserver.storage.cache;

/** Where a watch begins. */
public sealed interface WatchStart {

    /** With the first event after a revision. */
    record After(long revision) implements WatchStart {}

    /**
     * With the present objects, each as ADDED, and then what happens to them.
     *
     * @param announceEnd sends {@link CacheEvent.InitialEnd} after the present objects
     */
    record Present(boolean announceEnd) implements WatchStart {}
}
