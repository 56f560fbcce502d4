package io.alcove.apiserver.storage;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A log of revisions over keys. Calls block, and are made from virtual threads.
 *
 * <p>Guarantees: a write that answers {@link WriteResult.Written} survives kill -9 and power loss.
 * Revisions only grow, and each write has its own. Reads see every write answered before they
 * began. A subscriber gets every revision after the one it names, once and in order. A failing disk
 * or peer is a {@link StoreException}; a write that ended with one may or may not have happened.
 */
public interface Store extends AutoCloseable {

    /** Conflict where the key holds a value. */
    WriteResult create(StoreKey key, byte[] value);

    /**
     * Conflict where the key's revision is another than expected, Missing where it holds nothing.
     */
    WriteResult update(StoreKey key, byte[] value, long expectedRevision);

    /**
     * Conflict where the key's revision is another than expected, Missing where it holds nothing.
     */
    WriteResult delete(StoreKey key, long expectedRevision);

    Optional<StoredValue> get(StoreKey key);

    /**
     * Whether the value under a key would lie in the store in another form if it were written now,
     * as with another key of encryption: then even a write that changes nothing is to be made.
     */
    default boolean isStale(StoreKey key) {
        return false;
    }

    /**
     * The values whose path starts with prefix, ordered by path.
     *
     * @param revision 0 for the newest
     * @param afterPath where to go on, exclusive; empty for the start
     * @param limit 0 for all
     */
    ListPage list(String prefix, long revision, String afterPath, int limit);

    /**
     * Sends every event after the revision to the subscriber, on a thread of the store, until
     * closed. The subscriber must not block for long: it is a watch cache, not a client.
     *
     * @return empty where afterRevision is already compacted
     */
    Optional<Subscription> subscribe(long afterRevision, Subscriber subscriber);

    /** The newest revision. */
    long revision();

    /** Forgets what reads below this revision would need; the newest value of each key stays. */
    void compact(long revision);

    /** What else has to work for the store to work, by the name of its health check. */
    default Map<String, BooleanSupplier> healthChecks() {
        return Map.of();
    }

    @Override
    void close();

    interface Subscriber {
        void accept(StoreEvent event);

        /**
         * Every event up to the revision was sent, as revisions may be spent on what is no event.
         */
        default void reached(long revision) {}

        /** No event comes after this; the subscriber lists again. */
        void failed(StoreException cause);
    }

    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
