package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A running watch of one resource, read by one thread. What its reader has not taken waits in a
 * buffer; one event more than {@link #MAX_WAITING} ends the watch, after what is in the buffer.
 */
public final class CacheWatch implements AutoCloseable {

    public static final int MAX_WAITING = 4096;

    private final Predicate<StoredObject> sees;
    private final long after;
    private final Progress progress;
    private final Consumer<CacheWatch> onClose;
    private final Iterator<CacheEvent> initial;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<CacheEvent> waiting = new ArrayDeque<>();
    private final WatchAlarm alarm = new WatchAlarm(this::wake);
    private boolean closed;

    /**
     * @param after changes up to this revision are not offered to the reader
     */
    CacheWatch(
            Predicate<StoredObject> sees,
            long after,
            List<CacheEvent> initial,
            Progress progress,
            Consumer<CacheWatch> onClose) {
        this.sees = sees;
        this.after = after;
        this.initial = initial.iterator();
        this.progress = progress;
        this.onClose = onClose;
    }

    /** The next event, or Idle where none comes within the time. */
    public CacheEvent next(Duration atMost) throws InterruptedException {
        return initial.hasNext() ? initial.next() : nextChange(atMost.toNanos());
    }

    private CacheEvent nextChange(long atMostNanos) throws InterruptedException {
        long end = System.nanoTime() + atMostNanos;
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed && System.nanoTime() - end < 0) {
                alarm.set(end);
                arrived.await();
            }
            // read before the buffer is found empty: whatever has come by then is in the buffer
            long revision = progress.revision();
            CacheEvent event = waiting.poll();
            if (event != null) {
                return event;
            }
            return closed ? new CacheEvent.Closed() : new CacheEvent.Idle(revision);
        } finally {
            lock.unlock();
        }
    }

    /** False once this watch is closed. Never waits for the reader. */
    boolean offer(Change change) {
        Optional<CacheEvent> event =
                change.revision() > after ? change.seenBy(sees) : Optional.empty();
        if (event.isEmpty()) {
            return true;
        }
        lock.lock();
        try {
            if (closed || waiting.size() >= MAX_WAITING) {
                closed = true;
                alarm.cancel();
                arrived.signal();
                return false;
            }
            waiting.add(event.get());
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            closed = true;
            alarm.cancel();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch; its reader is woken up. */
    @Override
    public void close() {
        end();
        onClose.accept(this);
    }
}
