package io.alcove.client.lease;

import java.time.Duration;

/**
 * How fast leadership moves.
 *
 * @param leaseDuration how long others wait on a leader who no longer renews
 * @param renewDeadline how long a leader goes on trying before it gives up
 * @param retryPeriod between two tries
 */
public record LeaseTiming(Duration leaseDuration, Duration renewDeadline, Duration retryPeriod) {

    /** Upstream's. */
    public static final LeaseTiming DEFAULT =
            new LeaseTiming(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    public LeaseTiming {
        if (leaseDuration.compareTo(renewDeadline) <= 0
                || renewDeadline.compareTo(retryPeriod) <= 0) {
            throw new IllegalArgumentException(
                    "leaseDuration > renewDeadline > retryPeriod does not hold");
        }
    }
}
