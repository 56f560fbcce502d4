package io.alcove.apiserver.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Forgets the history of a store that is older than a time, as --etcd-compaction-interval does. */
public final class CompactionSchedule implements AutoCloseable {

    public static final Duration DEFAULT_KEPT = Duration.ofMinutes(5);

    /** Into how many steps the time is cut: history is kept up to one step longer than asked. */
    private static final int STEPS = 5;

    private static final Logger LOG = System.getLogger(CompactionSchedule.class.getName());

    private final Store store;
    private final Deque<Long> revisions = new ArrayDeque<>(STEPS);
    private final CountDownLatch closing = new CountDownLatch(1);

    CompactionSchedule(Store store) {
        this.store = store;
    }

    /**
     * @param kept zero for ever
     */
    public static CompactionSchedule start(Store store, Duration kept) {
        CompactionSchedule schedule = new CompactionSchedule(store);
        if (!kept.isZero()) {
            Duration step = kept.dividedBy(STEPS);
            Thread.ofVirtual().name("store-compaction").start(() -> schedule.run(step));
        }
        return schedule;
    }

    private void run(Duration step) {
        try {
            while (!closing.await(step.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    tick();
                } catch (StoreException e) {
                    LOG.log(Level.WARNING, "store compaction failed", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One step of time has passed. */
    void tick() {
        if (revisions.size() == STEPS) {
            store.compact(revisions.removeFirst());
        }
        revisions.addLast(store.revision());
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
