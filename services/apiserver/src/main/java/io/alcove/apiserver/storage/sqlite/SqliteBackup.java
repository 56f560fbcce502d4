package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.BackupFile;
import io.alcove.apiserver.storage.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of a store at one revision, taken while a server writes to it, and brought back. */
public final class SqliteBackup {

    /**
     * How far revisions jump with a restore: past all that any client can have seen of the store
     * that was lost, so that nobody takes new revisions for old ones. It is what etcd advises.
     */
    static final long REVISION_JUMP = 1_000_000_000;

    private SqliteBackup() {}

    /**
     * Writes what the store of a data directory holds into a new file.
     *
     * @return the revision: every write answered before the call is in it, and none after it
     */
    public static long write(Path directory, Path target) {
        if (!Files.exists(directory.resolve(Database.FILE))) {
            throw new StoreException("there is no store in " + directory);
        }
        return BackupFile.write(target, partial -> copy(Database.at(directory), partial));
    }

    private static long copy(Database database, Path target) {
        try (Connection connection = database.connect()) {
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, target.toAbsolutePath().toString());
                vacuum.execute();
            }
        } catch (SQLException e) {
            throw new StoreException("the store cannot be copied", e);
        }
        return revision(target);
    }

    private static long revision(Path file) {
        try (Connection connection = Database.file(file).connect();
                LogReader reader = new LogReader(connection)) {
            return reader.newestRevision();
        } catch (SQLException e) {
            throw new StoreException(file + " is no backup of a store", e);
        }
    }

    /**
     * Makes a backup the store of a data directory. Clients that go on from what they knew are told
     * to read anew.
     *
     * @return the revision that the store goes on after
     * @throws StoreException where a server uses the directory, or it holds a store already
     */
    public static long restore(Path file, Path directory) {
        DirectoryLock lock = DirectoryLock.acquire(directory.toAbsolutePath());
        try {
            Path store = directory.resolve(Database.FILE);
            if (Files.exists(store)) {
                throw new StoreException(
                        store + " exists: move it and its -wal file away to restore another");
            }
            long held = revision(file);
            Path partial = directory.resolve(Database.FILE + ".partial");
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
            long revision = held + REVISION_JUMP;
            forgetHistory(partial, revision);
            BackupFile.sync(partial);
            Files.move(partial, store, StandardCopyOption.ATOMIC_MOVE);
            BackupFile.sync(directory.toAbsolutePath());
            return revision;
        } catch (IOException e) {
            throw new StoreException(file + " cannot be restored", e);
        } finally {
            lock.close();
        }
    }

    private static void forgetHistory(Path file, long revision) {
        try (Connection connection = Database.file(file).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.executeUpdate(
                    "DELETE FROM kv WHERE rev NOT IN (SELECT MAX(rev) FROM kv GROUP BY path)");
            statement.executeUpdate("DELETE FROM kv WHERE deleted");
            statement.executeUpdate(
                    "UPDATE meta SET value = " + revision + " WHERE name = 'compacted'");
        } catch (SQLException e) {
            throw new StoreException("the backup cannot be made a store", e);
        }
    }
}
