package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;

/** What a watch on the cache reports next. */
public sealed interface CacheEvent {

    /** How an object changed, as the watcher's predicate sees it. */
    enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }

    /**
     * @param object of a DELETED event the last state that the watcher could see, with the revision
     *     of the change
     */
    record Changed(Type type, StoredObject object) implements CacheEvent {}

    /** The present objects were sent, as they were at the revision. */
    record InitialEnd(long revision) implements CacheEvent {}

    /** Nothing happened within the time given; everything up to the revision was sent. */
    record Idle(long revision) implements CacheEvent {}

    /**
     * Nothing comes after this: the watch was closed, its reader was too slow, or the store was
     * lost.
     */
    record Closed() implements CacheEvent {}
}
