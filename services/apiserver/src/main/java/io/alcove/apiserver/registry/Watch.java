package io.alcove.apiserver.registry;

import java.util.Optional;

/**
 * A running watch, read by one virtual thread. Events that its reader has not taken wait in a
 * bounded buffer; when that is full the watch ends, so that a slow client holds up nobody.
 */
public interface Watch extends AutoCloseable {

    /**
     * Waits for the next event. Empty once the watch has ended: its timeout passed, it was closed,
     * or its reader was too slow.
     */
    Optional<WatchEvent> next() throws InterruptedException;

    /** The next event where one is there already. */
    default Optional<WatchEvent> poll() throws InterruptedException {
        return Optional.empty();
    }

    @Override
    void close();
}
