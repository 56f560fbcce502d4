package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads of the revision log over one connection, for one thread at a time. */
final class LogReader implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement latest;
    private final PreparedStatement range;
    private final PreparedStatement count;
    private final PreparedStatement history;

    LogReader(Connection connection) throws SQLException {
        this.connection = connection;
        latest =
                connection.prepareStatement(
                        "SELECT rev, deleted, value FROM kv WHERE path = ? ORDER BY rev DESC"
                                + " LIMIT 1");
        String newestInRange =
                " FROM (SELECT path AS p, MAX(rev) AS r FROM kv WHERE path > ? AND path < ? AND"
                        + " rev <= ? GROUP BY path) JOIN kv ON kv.rev = r WHERE NOT deleted";
        range =
                connection.prepareStatement(
                        "SELECT rev, path, value" + newestInRange + " ORDER BY path LIMIT ?");
        count = connection.prepareStatement("SELECT COUNT(*)" + newestInRange);
        history =
                connection.prepareStatement(
                        "SELECT rev, path, deleted, value, prev FROM kv WHERE rev > ? ORDER BY rev"
                                + " LIMIT ?");
    }

    Optional<StoredValue> latest(StoreKey key) throws SQLException {
        latest.setString(1, key.path());
        try (ResultSet rows = latest.executeQuery()) {
            return rows.next() && !rows.getBoolean(2)
                    ? Optional.of(new StoredValue(key, rows.getBytes(3), rows.getLong(1)))
                    : Optional.empty();
        }
    }

    /** The values of a prefix after a path, as they were at a revision. */
    List<StoredValue> range(String prefix, String afterPath, long revision, int limit)
            throws SQLException {
        bindRange(range, prefix, afterPath, revision);
        range.setInt(4, limit == 0 ? -1 : limit);
        List<StoredValue> values = new ArrayList<>();
        try (ResultSet rows = range.executeQuery()) {
            while (rows.next()) {
                StoreKey key = StoreKey.parse(rows.getString(2));
                values.add(new StoredValue(key, rows.getBytes(3), rows.getLong(1)));
            }
        }
        return values;
    }

    long count(String prefix, String afterPath, long revision) throws SQLException {
        bindRange(count, prefix, afterPath, revision);
        try (ResultSet rows = count.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void bindRange(
            PreparedStatement statement, String prefix, String afterPath, long revision)
            throws SQLException {
        statement.setString(1, afterPath.compareTo(prefix) > 0 ? afterPath : prefix);
        statement.setString(2, prefix + Character.MAX_VALUE);
        statement.setLong(3, revision);
    }

    /** The next events after a revision, at most so many. */
    List<StoreEvent> history(long afterRevision, int limit) throws SQLException {
        history.setLong(1, afterRevision);
        history.setInt(2, limit);
        List<StoreEvent> events = new ArrayList<>();
        try (ResultSet rows = history.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    private static StoreEvent event(ResultSet row) throws SQLException {
        StoreKey key = StoreKey.parse(row.getString(2));
        long revision = row.getLong(1);
        return row.getBoolean(3)
                ? new StoreEvent.Deleted(key, revision)
                : new StoreEvent.Put(key, row.getBytes(4), revision, row.getLong(5) == 0);
    }

    /** The newest revision that is on disk, were it compacted since or not. */
    long newestRevision() throws SQLException {
        return number(
                "SELECT MAX(IFNULL((SELECT MAX(rev) FROM kv), 0), (SELECT value FROM meta WHERE"
                        + " name = 'compacted'))");
    }

    long compactedRevision() throws SQLException {
        return number("SELECT value FROM meta WHERE name = 'compacted'");
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
