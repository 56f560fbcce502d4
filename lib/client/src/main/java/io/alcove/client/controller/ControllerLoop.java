package io.alcove.client.controller;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.queue.WorkQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workers on virtual threads that take from a queue, reconcile, and put back what failed. */
public final class ControllerLoop<K> implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ControllerLoop.class.getName());
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

    private final String name;
    private final int workers;
    private final WorkQueue<K> queue;
    private final Reconciler<K> reconciler;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param name of the controller, in threads' names and logs
     */
    public ControllerLoop(String name, int workers, WorkQueue<K> queue, Reconciler<K> reconciler) {
        this.name = name;
        this.workers = workers;
        this.queue = queue;
        this.reconciler = reconciler;
    }

    /** Starts the workers; call it once the informers that the reconciler reads have synced. */
    public synchronized void start() {
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofVirtual().name(name + "-" + i).start(this::work));
        }
    }

    /** Takes what is due now, in the caller's thread: what tests run in place of workers. */
    public void runDue() {
        for (Optional<K> key = queue.poll(); key.isPresent(); key = queue.poll()) {
            process(key.get());
        }
    }

    /** Lets running reconciliations end, within a bound. */
    @Override
    public synchronized void close() {
        queue.close();
        try {
            for (Thread thread : threads) {
                if (!thread.join(CLOSE_WAIT)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    private void work() {
        try {
            for (Optional<K> key = queue.take(); key.isPresent(); key = queue.take()) {
                process(key.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void process(K key) {
        try {
            Result result = reconciler.reconcile(key);
            queue.forget(key);
            if (result instanceof Result.Again(Duration delay)) {
                queue.addAfter(key, delay);
            }
        } catch (RuntimeException e) {
            log(key, e);
            queue.addRateLimited(key);
        } finally {
            queue.done(key);
        }
    }

    private void log(K key, RuntimeException failure) {
        if (failure instanceof StatusException status) {
            // somebody else was faster: the next look settles it
            Level level = status.is(StatusReason.CONFLICT) ? Level.DEBUG : Level.WARNING;
            LOG.log(
                    level,
                    "reconciliation failed controller={0} key={1} reason={2} message={3}",
                    name,
                    key,
                    status.status().reason(),
                    status.getMessage());
        } else {
            LOG.log(
                    Level.ERROR,
                    "reconciliation failed controller=" + name + " key=" + key,
                    failure);
        }
    }
}
