package io.alcove.controllermanager.job;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.queue.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long a Job waits after failed pods before it makes new ones. */
final class FailurePauses {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

    private final Map<ObjectName, Instant> until = new ConcurrentHashMap<>();

    void noted(ObjectName job, int failedBefore, int failedNow, Instant now) {
        if (failedNow > failedBefore) {
            until.put(job, now.plus(BACKOFF.after(failedNow)));
        }
    }

    Duration left(ObjectName job, Instant now) {
        return Duration.between(now, until.getOrDefault(job, now));
    }

    void forget(ObjectName job) {
        until.remove(job);
    }
}
