package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Copies the write-ahead log into the database beside the writer, so that no write waits for it.
 * Only where the log outgrows {@link #MAX_LOG_BYTES} under unbroken load does the writer stop for
 * the little that is left.
 */
final class Checkpointer implements AutoCloseable {

    static final long MAX_LOG_BYTES = 64L << 20;
    static final long MIN_LOG_BYTES = 4L << 20;

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Logger LOG = System.getLogger(Checkpointer.class.getName());

    private final Path logFile;
    private final Connection connection;
    private final Runnable restartLog;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private long copiedBytes;

    Checkpointer(Path directory, Connection connection, Runnable restartLog) {
        this.logFile = directory.resolve(Database.FILE + "-wal");
        this.connection = connection;
        this.restartLog = restartLog;
        thread = Thread.ofPlatform().name("store-checkpoint").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    checkpoint(Files.exists(logFile) ? Files.size(logFile) : 0);
                } catch (SQLException | IOException | StoreException e) {
                    LOG.log(Level.WARNING, "store checkpoint failed", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkpoint(long logBytes) throws SQLException {
        if (Math.abs(logBytes - copiedBytes) < MIN_LOG_BYTES && logBytes < MAX_LOG_BYTES) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        copiedBytes = logBytes;
        if (logBytes >= MAX_LOG_BYTES) {
            restartLog.run();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(30));
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new StoreException("the store was not closed in order", e);
        }
    }
}
