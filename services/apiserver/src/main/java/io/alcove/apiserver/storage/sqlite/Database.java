package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database file: its settings, its tables and whether it is sound. */
final class Database {

    static final String FILE = "store.db";
    static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Where sqlite-jdbc unpacks its native library; the only writable place of a container. */
    private static final String NATIVE_LIBRARY_DIRECTORY = "org.sqlite.tmpdir";

    private static final String SCHEMA_VERSION = "1";

    private final String url;

    private Database(String url) {
        this.url = url;
    }

    /**
     * @throws StoreException where the file is corrupt or another version's
     */
    static Database open(Path directory) {
        if (System.getProperty(NATIVE_LIBRARY_DIRECTORY) == null) {
            System.setProperty(NATIVE_LIBRARY_DIRECTORY, directory.toString());
        }
        Database database = at(directory);
        try (Connection connection = database.connect()) {
            database.prepare(connection);
            return database;
        } catch (SQLException e) {
            throw new StoreException("the store in " + directory + " cannot be opened", e);
        }
    }

    /** The one of a directory, which exists. */
    static Database at(Path directory) {
        return file(directory.resolve(FILE));
    }

    static Database file(Path file) {
        return new Database("jdbc:sqlite:" + file.toAbsolutePath());
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA cache_size = -8000");
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
        }
        return connection;
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            String state = text(statement, "PRAGMA quick_check(1)");
            if (!state.equals("ok")) {
                throw new SQLException("database is corrupt: " + state);
            }
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS kv (rev INTEGER PRIMARY KEY, path TEXT NOT NULL,"
                            + " prev INTEGER NOT NULL, deleted INTEGER NOT NULL, value BLOB)");
            statement.execute("CREATE INDEX IF NOT EXISTS kv_path ON kv (path, rev)");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT"
                            + " NULL) WITHOUT ROWID");
            statement.execute(
                    "INSERT OR IGNORE INTO meta VALUES ('schema', " + SCHEMA_VERSION + ")");
            statement.execute("INSERT OR IGNORE INTO meta VALUES ('compacted', 0)");
            String version = text(statement, "SELECT value FROM meta WHERE name = 'schema'");
            if (!version.equals(SCHEMA_VERSION)) {
                throw new SQLException("schema " + version + " is not known to this version");
            }
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
