package io.alcove.client.queue;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What a controller has to look at. An item that is added while it waits is not added twice; one
 * that is added while a worker has it comes again when the worker is done, so no two workers ever
 * have the same item.
 *
 * <p>{@link #add} waits while the queue is full, which holds back the watch that feeds it. What
 * comes back by delay or backoff is always taken, as a worker must never wait for itself.
 */
public final class WorkQueue<T> implements AutoCloseable {

    public static final int DEFAULT_PRIORITY = 0;

    /** client-go's first pause, and a longest one that heals within a minute of the cause. */
    public static final Backoff DEFAULT_BACKOFF =
            new Backoff(Duration.ofMillis(5), Duration.ofSeconds(60));

    private static final int CAPACITY = 200_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final PriorityQueue<Entry<T>> ready = new PriorityQueue<>();
    private final PriorityQueue<Delayed<T>> delayed = new PriorityQueue<>();
    private final Map<T, Delayed<T>> delays = new HashMap<>();
    private final Map<T, Entry<T>> waiting = new HashMap<>();
    private final Map<T, Integer> again = new HashMap<>();
    private final Set<T> processing = new HashSet<>();
    private final Map<T, Integer> failures = new HashMap<>();
    private final Backoff backoff;
    private final LongSupplier nanoClock;
    private final int capacity;
    private final QueueMetrics metrics;
    private long sequence;
    private boolean closed;

    public WorkQueue(String name, MeterRegistry registry) {
        this(name, registry, DEFAULT_BACKOFF);
    }

    public WorkQueue(String name, MeterRegistry registry, Backoff backoff) {
        this(name, registry, backoff, CAPACITY, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds, as a test has it. */
    public WorkQueue(
            String name,
            MeterRegistry registry,
            Backoff backoff,
            int capacity,
            LongSupplier nanoClock) {
        this.backoff = backoff;
        this.capacity = capacity;
        this.nanoClock = nanoClock;
        this.metrics = new QueueMetrics(name, registry, this::length);
    }

    public void add(T item) {
        add(item, DEFAULT_PRIORITY);
    }

    /** Higher priorities are taken first; within one, the order is that of adding. */
    public void add(T item, int priority) {
        lock.lock();
        try {
            while (waiting.size() >= capacity && !waiting.containsKey(item) && !closed) {
                room.awaitUninterruptibly();
            }
            enqueue(item, priority);
        } finally {
            lock.unlock();
        }
    }

    /** Adds once the delay is over; of several delays of one item the first to end counts. */
    public void addAfter(T item, Duration delay) {
        lock.lock();
        try {
            if (delay.isZero() || delay.isNegative()) {
                enqueue(item, DEFAULT_PRIORITY);
            } else if (!closed) {
                postpone(new Delayed<>(item, nanoClock.getAsLong() + delay.toNanos()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds after a pause that grows with every such call until {@link #forget}. */
    public void addRateLimited(T item) {
        lock.lock();
        try {
            metrics.retried();
            addAfter(item, backoff.after(failures.merge(item, 1, Integer::sum)));
        } finally {
            lock.unlock();
        }
    }

    /** Ends the growth of an item's pauses. */
    public void forget(T item) {
        lock.lock();
        try {
            failures.remove(item);
        } finally {
            lock.unlock();
        }
    }

    /** How often the item was added with backoff since it was last forgotten. */
    public int failures(T item) {
        lock.lock();
        try {
            return failures.getOrDefault(item, 0);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an item, which is the caller's until {@link #done}; empty once closed. */
    public Optional<T> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Optional<T> item = takeReady();
                if (item.isPresent()) {
                    return item;
                }
                awaitNext();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** An item if one is due now. */
    public Optional<T> poll() {
        lock.lock();
        try {
            return takeReady();
        } finally {
            lock.unlock();
        }
    }

    public void done(T item) {
        lock.lock();
        try {
            processing.remove(item);
            metrics.finished(item, nanoClock.getAsLong());
            Integer priority = again.remove(item);
            if (priority != null) {
                enqueue(item, priority);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Items that are due and not with a worker. */
    public int length() {
        lock.lock();
        try {
            return waiting.size();
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
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(T item, int priority) {
        if (closed) {
            return;
        }
        if (processing.contains(item)) {
            again.merge(item, priority, Math::max);
            return;
        }
        Entry<T> present = waiting.get(item);
        if (present != null && present.priority() >= priority) {
            return;
        }
        long since = present == null ? nanoClock.getAsLong() : present.sinceNanos();
        if (present == null) {
            metrics.added();
        } else {
            ready.remove(present);
        }
        Entry<T> entry = new Entry<>(item, priority, sequence++, since);
        waiting.put(item, entry);
        ready.add(entry);
        changed.signal();
    }

    private void postpone(Delayed<T> item) {
        Delayed<T> present = delays.get(item.item());
        if (present != null && present.compareTo(item) <= 0) {
            return;
        }
        if (present != null) {
            delayed.remove(present);
        }
        delays.put(item.item(), item);
        delayed.add(item);
        changed.signal();
    }

    private Optional<T> takeReady() {
        long now = nanoClock.getAsLong();
        while (!delayed.isEmpty() && delayed.peek().dueNanos() - now <= 0) {
            T due = delayed.remove().item();
            delays.remove(due);
            enqueue(due, DEFAULT_PRIORITY);
        }
        Entry<T> entry = ready.poll();
        if (entry == null) {
            return Optional.empty();
        }
        waiting.remove(entry.item());
        processing.add(entry.item());
        metrics.started(entry.item(), entry.sinceNanos(), now);
        room.signal();
        return Optional.of(entry.item());
    }

    @SuppressWarnings("WaitNotInLoop") // take() is the loop
    private void awaitNext() throws InterruptedException {
        Delayed<T> next = delayed.peek();
        if (next == null) {
            changed.await();
        } else {
            changed.await(next.dueNanos() - nanoClock.getAsLong(), TimeUnit.NANOSECONDS);
        }
    }

    private record Entry<T>(T item, int priority, long sequence, long sinceNanos)
            implements Comparable<Entry<T>> {

        @Override
        public int compareTo(Entry<T> other) {
            int byPriority = Integer.compare(other.priority, priority);
            return byPriority != 0 ? byPriority : Long.compare(sequence, other.sequence);
        }
    }

    private record Delayed<T>(T item, long dueNanos) implements Comparable<Delayed<T>> {

        @Override
        public int compareTo(Delayed<T> other) {
            return Long.compare(dueNanos - other.dueNanos, 0);
        }
    }
}
