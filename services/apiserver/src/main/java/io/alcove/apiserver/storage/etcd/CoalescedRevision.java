package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks etcd for its newest revision, once for all who wait. Nobody is given an answer to a question
 * that was sent before they asked: that could be too old.
 */
final class CoalescedRevision {

    private final LongSupplier source;
    private final Duration deadline;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<Long> running;
    private @Nullable CompletableFuture<Long> next;

    CoalescedRevision(LongSupplier source, Duration deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    long read() {
        CompletableFuture<Long> answer = join();
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException cause
                    ? cause.again()
                    : new StoreException("etcd's revision cannot be read", e);
        } catch (TimeoutException e) {
            throw new StoreException("etcd did not tell its revision in " + deadline, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for etcd", e);
        }
    }

    private CompletableFuture<Long> join() {
        CompletableFuture<Long> mine;
        lock.lock();
        try {
            if (running != null) {
                if (next == null) {
                    next = new CompletableFuture<>();
                }
                return next;
            }
            mine = new CompletableFuture<>();
            running = mine;
        } finally {
            lock.unlock();
        }
        ask(mine);
        return mine;
    }

    private void ask(CompletableFuture<Long> answer) {
        try {
            answer.complete(source.getAsLong());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            goOn();
        }
    }

    private void goOn() {
        CompletableFuture<Long> following;
        lock.lock();
        try {
            following = next;
            running = following;
            next = null;
        } finally {
            lock.unlock();
        }
        if (following != null) {
            Thread.ofVirtual().name("etcd-revision").start(() -> ask(following));
        }
    }
}
