package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The connections that read. Few are needed: lists and watches are served from memory. */
final class ReaderPool implements AutoCloseable {

    static final int READERS = 2;
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private final BlockingQueue<LogReader> idle = new ArrayBlockingQueue<>(READERS);

    ReaderPool(Database database) throws SQLException {
        for (int i = 0; i < READERS; i++) {
            idle.add(new LogReader(database.connect()));
        }
    }

    interface Read<T> {
        T read(LogReader reader) throws SQLException;
    }

    <T> T read(Read<T> read) {
        LogReader reader = take();
        try {
            return read.read(reader);
        } catch (SQLException e) {
            throw new StoreException("the store cannot be read", e);
        } finally {
            idle.add(reader);
        }
    }

    private LogReader take() {
        try {
            LogReader reader = idle.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            if (reader == null) {
                throw new StoreException("the store is too busy");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the store", e);
        }
    }

    /** Waits for the reads under way. */
    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            try {
                take().close();
            } catch (SQLException e) {
                throw new StoreException("the store was not closed in order", e);
            }
        }
    }
}
