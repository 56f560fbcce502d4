package io.alcove.apiserver.storage.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the caches have come in the store's log. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long revision;

    long revision() {
        return revision;
    }

    /** Called by one thread at a time, after the caches have taken the revision in. */
    void advance(long to) {
        revision = to;
        if (waiting.get() > 0) {
            lock.lock();
            try {
                advanced.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** False where the revision was not reached within the time. */
    boolean await(long wanted, Duration atMost) throws InterruptedException {
        if (revision >= wanted) {
            return true;
        }
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            long nanos = atMost.toNanos();
            while (revision < wanted) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = advanced.awaitNanos(nanos);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }
}
