package io.alcove.syncer.events;

import java.util.List;

/** Events that wait to be published, in order. Safe for many writers and one reader. */
public interface Outbox extends AutoCloseable {

    /**
     * @param sequence grows by one with each entry
     */
    record Entry(long sequence, String key, byte[] value) {}

    /**
     * Keeps an event until it is acknowledged.
     *
     * @return false where the bound is reached: the event is lost
     */
    boolean append(String key, byte[] value);

    /** The oldest entries that wait; blocks while there is none. */
    List<Entry> next(int max) throws InterruptedException;

    /** Forgets the entries up to this one. After a crash, some may come again. */
    void acknowledge(long sequence);

    long waitingEvents();

    long waitingBytes();

    @Override
    void close();
}
