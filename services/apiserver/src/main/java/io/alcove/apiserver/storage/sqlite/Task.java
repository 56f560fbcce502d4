package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.WriteResult;
import java.util.concurrent.CompletableFuture;

/** What the writer thread is asked to do. */
sealed interface Task {

    void fail(StoreException cause);

    /** Writes of one transaction share one flush to disk. */
    sealed interface Write extends Task {

        CompletableFuture<WriteResult> result();

        StoreKey key();

        @Override
        default void fail(StoreException cause) {
            result().completeExceptionally(cause);
        }
    }

    record Create(StoreKey key, byte[] value, CompletableFuture<WriteResult> result)
            implements Write {}

    record Update(StoreKey key, byte[] value, long expected, CompletableFuture<WriteResult> result)
            implements Write {}

    record Delete(StoreKey key, long expected, CompletableFuture<WriteResult> result)
            implements Write {}

    /** Result false where the revision is compacted. */
    record Subscribe(
            long afterRevision, Store.Subscriber subscriber, CompletableFuture<Boolean> result)
            implements Task {
        @Override
        public void fail(StoreException cause) {
            result.completeExceptionally(cause);
        }
    }

    /** One step of a compaction; the result is how far it came. */
    record Compact(long revision, CompletableFuture<Long> result) implements Task {
        @Override
        public void fail(StoreException cause) {
            result.completeExceptionally(cause);
        }
    }

    /** Takes the log file back to its start, which no reader or writer may be in the middle of. */
    record RestartLog(CompletableFuture<Boolean> result) implements Task {
        @Override
        public void fail(StoreException cause) {
            result.completeExceptionally(cause);
        }
    }
}
