package io.alcove.apiserver.storage.etcd;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks etcd how far a watch has come, while somebody waits for a revision that brings no event. It
 * answers only once the watch has everything, so it is asked again and again.
 */
final class ProgressRequests implements AutoCloseable {

    /** Most often the event that is waited for is under way. */
    private static final Duration GRACE = Duration.ofMillis(5);

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Runnable request;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wanted;
    private long reached;
    private boolean closed;

    ProgressRequests(Runnable request) {
        this.request = request;
    }

    void start() {
        Thread.ofVirtual().name("etcd-progress").start(this::run);
    }

    void expect(long revision) {
        lock.lock();
        try {
            if (revision > wanted) {
                wanted = revision;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void reached(long revision) {
        lock.lock();
        try {
            reached = Math.max(reached, revision);
            if (reached >= wanted) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitNeed()) {
                if (!awaitReached(GRACE)) {
                    request.run();
                    boolean _ = awaitReached(INTERVAL);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** False once closed. */
    private boolean awaitNeed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && reached >= wanted) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitReached(Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && reached < wanted && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return reached >= wanted;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
