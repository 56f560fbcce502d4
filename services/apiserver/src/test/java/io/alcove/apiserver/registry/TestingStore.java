package io.alcove.apiserver.registry;

import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store in memory that holds its newest revision only. */
final class TestingStore implements Store {

    private final Map<String, StoredValue> values = new TreeMap<>();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private long revision = 10;

    @Override
    public synchronized WriteResult create(StoreKey key, byte[] value) {
        StoredValue present = values.get(key.path());
        return present == null ? put(key, value, true) : new WriteResult.Conflict(present);
    }

    @Override
    public synchronized WriteResult update(StoreKey key, byte[] value, long expectedRevision) {
        StoredValue present = values.get(key.path());
        if (present == null) {
            return new WriteResult.Missing();
        }
        return present.revision() == expectedRevision
                ? put(key, value, false)
                : new WriteResult.Conflict(present);
    }

    @Override
    public synchronized WriteResult delete(StoreKey key, long expectedRevision) {
        StoredValue present = values.get(key.path());
        if (present == null) {
            return new WriteResult.Missing();
        }
        if (present.revision() != expectedRevision) {
            return new WriteResult.Conflict(present);
        }
        values.remove(key.path());
        revision++;
        publish(new StoreEvent.Deleted(key, revision));
        return new WriteResult.Written(revision);
    }

    @Override
    public synchronized Optional<StoredValue> get(StoreKey key) {
        return Optional.ofNullable(values.get(key.path()));
    }

    @Override
    public synchronized ListPage list(String prefix, long atRevision, String afterPath, int limit) {
        if (atRevision != 0 && atRevision != revision) {
            return new ListPage.Compacted(revision);
        }
        List<StoredValue> found = new ArrayList<>();
        values.forEach(
                (path, value) -> {
                    if (path.startsWith(prefix) && path.compareTo(afterPath) > 0) {
                        found.add(value);
                    }
                });
        int size = limit == 0 ? found.size() : Math.min(limit, found.size());
        return new ListPage.Values(
                List.copyOf(found.subList(0, size)), revision, found.size() - (long) size);
    }

    @Override
    public synchronized Optional<Subscription> subscribe(
            long afterRevision, Subscriber subscriber) {
        if (afterRevision < revision) {
            return Optional.empty();
        }
        subscribers.add(subscriber);
        return Optional.of(() -> subscribers.remove(subscriber));
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public void compact(long upTo) {}

    @Override
    public void close() {}

    private WriteResult put(StoreKey key, byte[] value, boolean created) {
        revision++;
        values.put(key.path(), new StoredValue(key, value, revision));
        publish(new StoreEvent.Put(key, value, revision, created));
        return new WriteResult.Written(revision);
    }

    private void publish(StoreEvent event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }
}
