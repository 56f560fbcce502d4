package io.alcove.apiserver.storage.memory;

import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A store for tests, gone with its process. Subscribers are called by the writing thread. */
public final class MemoryStore implements Store {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<StoreEvent> log = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private long compacted;

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public WriteResult create(StoreKey key, byte[] value) {
        return locked(
                () ->
                        get(key).<WriteResult>map(WriteResult.Conflict::new)
                                .orElseGet(() -> append(put(key, value, true))));
    }

    @Override
    public WriteResult update(StoreKey key, byte[] value, long expectedRevision) {
        return locked(() -> replace(key, expectedRevision, _ -> put(key, value, false)));
    }

    @Override
    public WriteResult delete(StoreKey key, long expectedRevision) {
        return locked(
                () -> replace(key, expectedRevision, _ -> new StoreEvent.Deleted(key, next())));
    }

    private interface Replacement {
        StoreEvent of(StoredValue held);
    }

    private WriteResult replace(StoreKey key, long expected, Replacement replacement) {
        Optional<StoredValue> held = get(key);
        if (held.isEmpty()) {
            return new WriteResult.Missing();
        }
        return held.get().revision() == expected
                ? append(replacement.of(held.get()))
                : new WriteResult.Conflict(held.get());
    }

    private StoreEvent put(StoreKey key, byte[] value, boolean created) {
        return new StoreEvent.Put(key, value, next(), created);
    }

    private long next() {
        return log.size() + 1L;
    }

    private WriteResult append(StoreEvent event) {
        log.add(event);
        subscribers.forEach(subscriber -> subscriber.accept(event));
        return new WriteResult.Written(event.revision());
    }

    @Override
    public Optional<StoredValue> get(StoreKey key) {
        return locked(() -> Optional.ofNullable(at(log.size()).get(key.path())));
    }

    private SortedMap<String, StoredValue> at(long revision) {
        SortedMap<String, StoredValue> values = new TreeMap<>();
        for (StoreEvent event : log.subList(0, (int) revision)) {
            String path = event.key().path();
            switch (event) {
                case StoreEvent.Put put ->
                        values.put(path, new StoredValue(put.key(), put.value(), put.revision()));
                case StoreEvent.Deleted _ -> values.remove(path);
            }
        }
        return values;
    }

    @Override
    public ListPage list(String prefix, long revision, String afterPath, int limit) {
        return locked(
                () -> {
                    if (revision != 0 && revision < compacted) {
                        return new ListPage.Compacted(compacted);
                    }
                    long at = revision == 0 ? log.size() : revision;
                    List<StoredValue> all =
                            at(at).entrySet().stream()
                                    .filter(e -> e.getKey().startsWith(prefix))
                                    .filter(e -> e.getKey().compareTo(afterPath) > 0)
                                    .map(e -> e.getValue())
                                    .toList();
                    int cut = limit == 0 ? all.size() : Math.min(limit, all.size());
                    return new ListPage.Values(all.subList(0, cut), at, all.size() - cut);
                });
    }

    @Override
    public Optional<Subscription> subscribe(long afterRevision, Subscriber subscriber) {
        return locked(
                () -> {
                    if (afterRevision < compacted) {
                        return Optional.empty();
                    }
                    log.subList((int) afterRevision, log.size()).forEach(subscriber::accept);
                    subscribers.add(subscriber);
                    return Optional.of(
                            () -> {
                                boolean _ = locked(() -> subscribers.remove(subscriber));
                            });
                });
    }

    @Override
    public long revision() {
        return locked(() -> (long) log.size());
    }

    @Override
    public void compact(long revision) {
        long _ = locked(() -> compacted = Math.max(compacted, Math.min(revision, log.size())));
    }

    @Override
    public void close() {}
}
