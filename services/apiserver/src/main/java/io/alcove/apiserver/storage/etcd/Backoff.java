package io.alcove.apiserver.storage.etcd;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts, each longer than the one before, until one succeeds. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private long millis = FIRST.toMillis();

    void reset() {
        millis = FIRST.toMillis();
    }

    Duration next() {
        long now = millis;
        millis = Math.min(2 * millis, LONGEST.toMillis());
        return Duration.ofMillis(now / 2 + ThreadLocalRandom.current().nextLong(now / 2 + 1));
    }
}
