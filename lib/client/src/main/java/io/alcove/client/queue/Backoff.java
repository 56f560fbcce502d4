package io.alcove.client.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential growth from a first pause up to a longest one. */
public record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 40;

    /** The pause after a number of failures in a row; no jitter. */
    public Duration after(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
        double nanos = first.toNanos() * Math.pow(2, doublings);
        return nanos >= longest.toNanos() ? longest : Duration.ofNanos((long) nanos);
    }

    /** As {@link #after}, half of it random, so that many clients do not come back at once. */
    public Duration jittered(int failures) {
        long nanos = after(failures).toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
