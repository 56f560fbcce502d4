package io.alcove.apiserver.admission.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** So many at once, and so many more each second. */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final InstantSource clock;
    private double tokens;
    private Instant filled;

    TokenBucket(double perSecond, double burst, InstantSource clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filled = clock.instant();
    }

    synchronized boolean take() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
        tokens = Math.min(burst, tokens + seconds * perSecond);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
