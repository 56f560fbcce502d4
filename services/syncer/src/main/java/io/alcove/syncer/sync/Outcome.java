package io.alcove.syncer.sync;

import java.time.Duration;

/** How the steps of a plan ended. */
sealed interface Outcome {

    /** Nothing to do until something changes. */
    record Settled() implements Outcome {}

    record Later(Duration delay) implements Outcome {}

    /** Worth another try with backoff. */
    record Failed() implements Outcome {}
}
