package io.alcove.syncer.events;

import java.util.List;

/** The broker as the outbox sees it. */
public interface EventPublisher {

    /**
     * Publishes events in order for each key; returns once the broker has them all.
     *
     * @throws PublishException where it does not: some may have arrived
     */
    void publish(List<Outbox.Entry> entries) throws InterruptedException;

    /** The broker is not there, or refuses. */
    final class PublishException extends RuntimeException {

        public PublishException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
