package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Writes of the revision log over the one connection that writes, in transactions. */
final class LogWriter implements AutoCloseable {

    private static final int RESTART_PATIENCE_MILLIS = 100;

    private final Connection connection;
    private final LogReader reader;
    private final PreparedStatement insert;

    LogWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        reader = new LogReader(connection);
        insert =
                connection.prepareStatement(
                        "INSERT INTO kv (rev, path, prev, deleted, value) VALUES (?, ?, ?, ?, ?)");
    }

    LogReader reader() {
        return reader;
    }

    Optional<StoredValue> latest(StoreKey key) throws SQLException {
        return reader.latest(key);
    }

    /**
     * @param previous revision of what the event replaces or removes; 0 for a new key
     */
    void append(StoreEvent event, long previous) throws SQLException {
        insert.setLong(1, event.revision());
        insert.setString(2, event.key().path());
        insert.setLong(3, previous);
        switch (event) {
            case StoreEvent.Put put -> {
                insert.setBoolean(4, false);
                insert.setBytes(5, put.value());
            }
            case StoreEvent.Deleted _ -> {
                insert.setBoolean(4, true);
                insert.setBytes(5, null);
            }
        }
        insert.executeUpdate();
    }

    /** Forgets what only reads below the revision need, of the log after the one before it. */
    void compact(long from, long to) throws SQLException {
        String part = " FROM kv WHERE rev > " + from + " AND rev <= " + to;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "DELETE FROM kv WHERE rev IN (SELECT prev" + part + " AND prev > 0)");
            statement.executeUpdate("DELETE" + part + " AND deleted");
            statement.executeUpdate("UPDATE meta SET value = " + to + " WHERE name = 'compacted'");
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException _) {
            beginAnew();
        }
    }

    /**
     * Where a disk is full, SQLite ends the transaction by itself, which the driver does not know:
     * it has to be told before it begins another.
     */
    private void beginAnew() throws SQLException {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // there was nothing to commit
        }
        connection.setAutoCommit(false);
    }

    /**
     * Copies the write-ahead log into the database, and lets it begin anew. Where a long reader, as
     * a backup is, holds it, this is left for later.
     */
    void restart() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + RESTART_PATIENCE_MILLIS);
            statement.execute("PRAGMA wal_checkpoint(RESTART)");
            statement.execute("PRAGMA busy_timeout = " + Database.BUSY_TIMEOUT_MILLIS);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
