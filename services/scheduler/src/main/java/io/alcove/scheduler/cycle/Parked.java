package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.queue.Backoff;
import io.alcove.client.queue.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pods that fit nowhere, until something changes that may let them. */
final class Parked {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final WorkQueue<ObjectName> queue;
    private final Clock clock;
    private final Map<ObjectName, Attempts> attempts = new HashMap<>();
    private long changes;

    Parked(WorkQueue<ObjectName> queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    private record Attempts(int count, Instant last, boolean waits) {}

    /** A number to give to {@link #park}, so that no change during an attempt is missed. */
    synchronized long changes() {
        return changes;
    }

    synchronized void park(ObjectName pod, long changesBefore) {
        Attempts before = attempts.get(pod);
        int count = before == null ? 1 : before.count() + 1;
        Attempts now = new Attempts(count, clock.instant(), true);
        attempts.put(pod, now);
        if (changes != changesBefore) {
            retry(pod, now);
        }
    }

    synchronized void forget(ObjectName pod) {
        attempts.remove(pod);
    }

    /** The cluster changed: all that wait try again, each after its pause. */
    synchronized void retryAll() {
        changes++;
        attempts.entrySet().stream()
                .filter(e -> e.getValue().waits())
                .toList()
                .forEach(e -> retry(e.getKey(), e.getValue()));
    }

    synchronized int size() {
        return (int) attempts.values().stream().filter(Attempts::waits).count();
    }

    private void retry(ObjectName pod, Attempts seen) {
        attempts.put(pod, new Attempts(seen.count(), seen.last(), false));
        Instant due = seen.last().plus(BACKOFF.after(seen.count()));
        Duration pause = Duration.between(clock.instant(), due);
        queue.addAfter(pod, pause.isNegative() ? Duration.ZERO : pause);
    }
}
