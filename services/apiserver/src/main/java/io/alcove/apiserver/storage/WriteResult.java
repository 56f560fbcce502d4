package io.alcove.apiserver.storage;

/** How a write to the store ended. */
public sealed interface WriteResult {

    /** Durable under this revision. */
    record Written(long revision) implements WriteResult {}

    /** Not written: the key holds this instead of what the writer expected. */
    record Conflict(StoredValue current) implements WriteResult {}

    /** Not written: an update or delete of a key that holds nothing. */
    record Missing() implements WriteResult {}
}
