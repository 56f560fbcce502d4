package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.Status;
import io.alcove.apiserver.storage.StoredObject;

/** What a watch sends. */
public sealed interface WatchEvent {

    /** How an object changed, as the watcher's selectors see it. */
    enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }

    /**
     * @param object in the version of the request; of a DELETED one its last state, with the
     *     revision of the deletion
     */
    record Changed(Type type, StoredObject object) implements WatchEvent {}

    /**
     * Everything up to the revision was sent.
     *
     * @param json an object of the kind that holds the revision only
     * @param endsInitialEvents the one bookmark that ends what sendInitialEvents asked for
     */
    record Bookmark(byte[] json, long revision, boolean endsInitialEvents) implements WatchEvent {}

    /** An ERROR event; the watch ends after it. */
    record Failed(Status status) implements WatchEvent {}
}
