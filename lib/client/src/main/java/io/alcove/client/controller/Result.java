package io.alcove.client.controller;

import java.time.Duration;

/** What is to follow on a reconciliation that did not fail. */
public sealed interface Result {

    Result DONE = new Done();

    /** To look again after a time, whether or not anything changes. */
    static Result after(Duration delay) {
        return new Again(delay);
    }

    /** Nothing until the next change. */
    record Done() implements Result {}

    /** Once more after the delay. */
    record Again(Duration delay) implements Result {}
}
