package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A store in one SQLite file, for one process. Where the disk is full or fails, writes are refused
 * and reads go on.
 */
public final class SqliteStore implements Store {

    private final DirectoryLock lock;
    private final ReaderPool readers;
    private final Writer writer;
    private final WriteQueue queue;
    private final Checkpointer checkpointer;

    private SqliteStore(Path directory, DirectoryLock lock) throws SQLException {
        this.lock = lock;
        Database database = Database.open(directory);
        readers = new ReaderPool(database);
        writer = new Writer(new LogWriter(database.connect()));
        queue = new WriteQueue(writer);
        checkpointer = new Checkpointer(directory, database.connect(), this::restartLog);
    }

    /**
     * Opens the store in a directory, or makes it.
     *
     * @throws StoreException where another process has it open, or the file is corrupt
     */
    public static SqliteStore open(Path directory) {
        Path absolute = directory.toAbsolutePath();
        DirectoryLock lock = DirectoryLock.acquire(absolute);
        try {
            return new SqliteStore(absolute, lock);
        } catch (SQLException e) {
            lock.close();
            throw new StoreException("the store in " + absolute + " cannot be opened", e);
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public WriteResult create(StoreKey key, byte[] value) {
        CompletableFuture<WriteResult> result = new CompletableFuture<>();
        return queue.await(new Task.Create(key, value, result), result);
    }

    @Override
    public WriteResult update(StoreKey key, byte[] value, long expectedRevision) {
        CompletableFuture<WriteResult> result = new CompletableFuture<>();
        return queue.await(new Task.Update(key, value, expectedRevision, result), result);
    }

    @Override
    public WriteResult delete(StoreKey key, long expectedRevision) {
        CompletableFuture<WriteResult> result = new CompletableFuture<>();
        return queue.await(new Task.Delete(key, expectedRevision, result), result);
    }

    @Override
    public Optional<StoredValue> get(StoreKey key) {
        return readers.read(reader -> reader.latest(key));
    }

    @Override
    public ListPage list(String prefix, long revision, String afterPath, int limit) {
        long at = revision == 0 ? writer.revision() : revision;
        ListPage page =
                readers.read(
                        reader -> {
                            List<StoredValue> values = reader.range(prefix, afterPath, at, limit);
                            boolean isCut = limit > 0 && values.size() == limit;
                            long remaining =
                                    isCut
                                            ? reader.count(
                                                    prefix, values.getLast().key().path(), at)
                                            : 0;
                            return new ListPage.Values(values, at, remaining);
                        });
        long compacted = writer.compacted();
        if (at >= compacted) {
            return page;
        }
        return revision == 0
                ? list(prefix, revision, afterPath, limit)
                : new ListPage.Compacted(compacted);
    }

    @Override
    public Optional<Subscription> subscribe(long afterRevision, Subscriber subscriber) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        return queue.await(new Task.Subscribe(afterRevision, subscriber, result), result)
                ? Optional.of(writer.subscription(subscriber))
                : Optional.empty();
    }

    @Override
    public long revision() {
        return writer.revision();
    }

    @Override
    public void compact(long revision) {
        long target = Math.min(revision, writer.revision());
        while (writer.compacted() < target) {
            CompletableFuture<Long> result = new CompletableFuture<>();
            queue.await(new Task.Compact(target, result), result);
        }
    }

    private void restartLog() {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        queue.await(new Task.RestartLog(result), result);
    }

    @Override
    public void close() {
        checkpointer.close();
        queue.close();
        readers.close();
        lock.close();
    }
}
