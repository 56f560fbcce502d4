package io.alcove.apiserver.storage.cache;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the reader of a watch at a time. It stays set while events come, where waiting with a
 * timeout would set a timer and take it back for each. Its watch's lock guards it.
 */
final class WatchAlarm {

    /** What is asked for again a little later is the same time. */
    private static final long TOLERANCE_NANOS = Duration.ofMillis(1).toNanos();

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Runnable wake;
    private long atNanos;
    private @Nullable Future<?> set;

    WatchAlarm(Runnable wake) {
        this.wake = wake;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("watch-alarm").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * @param nanos as of {@link System#nanoTime}
     */
    void set(long nanos) {
        boolean isSet =
                set != null && !set.isDone() && Math.abs(nanos - atNanos) <= TOLERANCE_NANOS;
        if (!isSet) {
            cancel();
            atNanos = nanos;
            set = TIMER.schedule(wake, nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
