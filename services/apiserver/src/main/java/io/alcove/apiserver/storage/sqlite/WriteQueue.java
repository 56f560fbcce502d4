package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands tasks to the writer thread, as many at once as wait. Callers wait when it is full. */
final class WriteQueue implements AutoCloseable {

    static final int MAX_WAITING = 1024;
    static final int MAX_BATCH = 256;
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration IDLE_CHECK = Duration.ofMillis(500);

    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Writer writer;
    private final Thread thread;
    private volatile boolean closed;

    WriteQueue(Writer writer) {
        this.writer = writer;
        thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
    }

    /** Waits for the task's result. */
    <T> T await(Task task, CompletableFuture<T> result) {
        try {
            if (closed || !tasks.offer(task, DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new StoreException(closed ? "the store is closed" : "the store is too busy");
            }
            return result.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException failure
                    ? failure
                    : new StoreException("the store's writer failed", e);
        } catch (TimeoutException e) {
            throw new StoreException("the store did not answer in " + DEADLINE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the store", e);
        }
    }

    private void run() {
        List<Task> batch = new ArrayList<>(MAX_BATCH);
        try {
            while (!closed) {
                Task first = tasks.poll(IDLE_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    tasks.drainTo(batch, MAX_BATCH - 1);
                    work(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        tasks.drainTo(batch);
        batch.forEach(task -> task.fail(new StoreException("the store is closed")));
        writer.close();
    }

    private void work(List<Task> batch) {
        try {
            writer.work(batch);
        } catch (RuntimeException e) {
            StoreException failure = new StoreException("the store's writer failed", e);
            batch.forEach(task -> task.fail(failure));
        }
    }

    /** What is under way is finished; what waits is refused. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(DEADLINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
