package io.alcove.simulatednode.pod;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A moment as statuses hold it: to the second. */
record Timestamp(Instant instant) {

    Timestamp {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    String text() {
        return instant.toString();
    }
}
