package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.UnreadableValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The objects of one resource, their last changes and who watches them. One thread applies the
 * store's events; any thread reads.
 */
final class ResourceCache {

    private final ObjectCodec codec;
    private final Progress progress;
    private final InstantSource clock;
    private final Map<ObjectName, EncodedObject> beingWritten = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<CacheWatch> watches = new LinkedHashSet<>();
    private ChangeWindow window;
    private volatile Unreadables unreadable = Unreadables.NONE;
    private volatile Snapshot present;

    ResourceCache(ObjectCodec codec, Progress progress, InstantSource clock, long revision) {
        this.codec = codec;
        this.progress = progress;
        this.clock = clock;
        window = new ChangeWindow(ObjectTree.EMPTY, revision);
        present = new Snapshot(ObjectTree.EMPTY, revision, Unreadables.NONE);
    }

    ObjectCodec codec() {
        return codec;
    }

    /** Starts anew with what the store held at a revision; running watches end. */
    void reset(List<StoredValue> values, long revision) {
        ObjectTree tree = treeOf(values);
        lock.lock();
        try {
            endWatches();
            unreadable = Unreadables.of(values);
            window = new ChangeWindow(tree, revision);
            present = new Snapshot(tree, revision, unreadable);
        } finally {
            lock.unlock();
        }
    }

    void endWatches() {
        lock.lock();
        try {
            watches.forEach(CacheWatch::end);
            watches.clear();
        } finally {
            lock.unlock();
        }
    }

    Snapshot snapshotOf(List<StoredValue> values, long revision) {
        return new Snapshot(treeOf(values), revision, Unreadables.of(values));
    }

    private ObjectTree treeOf(List<StoredValue> values) {
        ObjectTree tree = ObjectTree.EMPTY;
        for (StoredValue value : Unreadables.without(values)) {
            tree = tree.with(codec.read(value.key().name(), value.value()).at(value.revision()));
        }
        return tree;
    }

    /** Saves {@link #apply} from parsing what this process has just encoded. */
    void expect(EncodedObject object) {
        beingWritten.put(object.name(), object);
    }

    void expectNoMore(EncodedObject object) {
        beingWritten.remove(object.name(), object);
    }

    void apply(StoreEvent event) {
        unreadable = unreadable.after(event);
        switch (event) {
            case StoreEvent.Put put
                    when UnreadableValue.reason(put.key(), put.value()).isPresent() ->
                    change(put, present.tree().without(put.key().name()), Optional.empty());
            case StoreEvent.Put put -> {
                StoredObject object = encoded(put).at(put.revision());
                change(put, present.tree().with(object), Optional.of(object));
            }
            case StoreEvent.Deleted deleted ->
                    change(deleted, present.tree().without(deleted.key().name()), Optional.empty());
        }
    }

    private EncodedObject encoded(StoreEvent.Put put) {
        EncodedObject expected = beingWritten.get(put.key().name());
        return expected != null && Arrays.equals(expected.value(), put.value())
                ? expected
                : codec.read(put.key().name(), put.value());
    }

    private void change(StoreEvent event, ObjectTree tree, Optional<StoredObject> now) {
        lock.lock();
        try {
            Change change =
                    new Change(
                            event.revision(),
                            present.get(event.key().name()).orElse(null),
                            now.orElse(null),
                            tree,
                            clock.millis());
            window.add(change);
            present = new Snapshot(tree, event.revision(), unreadable);
            watches.removeIf(watch -> !watch.offer(change));
        } finally {
            lock.unlock();
        }
    }

    /** The objects at the newest revision that the caches have come to. */
    Snapshot newest() {
        // read first: all changes up to it are in the tree that is read after it
        long revision = progress.revision();
        Snapshot objects = present;
        return new Snapshot(objects.tree(), Math.max(revision, objects.revision()), unreadable);
    }

    /** Empty where the revision is no longer held here. */
    Optional<Snapshot> at(long revision) {
        lock.lock();
        try {
            return window.at(revision).map(tree -> new Snapshot(tree, revision, unreadable));
        } finally {
            lock.unlock();
        }
    }

    /** Empty where the start is before what is held here. */
    Optional<CacheWatch> watch(
            WatchStart start, String namespace, Predicate<StoredObject> selected) {
        Predicate<StoredObject> sees =
                namespace.isEmpty()
                        ? selected
                        : object ->
                                object.name().namespace().equals(namespace)
                                        && selected.test(object);
        lock.lock();
        try {
            return switch (start) {
                case WatchStart.After after -> watchAfter(after.revision(), sees);
                case WatchStart.Present from -> Optional.of(watchAll(from, namespace, sees));
            };
        } finally {
            lock.unlock();
        }
    }

    private Optional<CacheWatch> watchAfter(long revision, Predicate<StoredObject> sees) {
        if (revision < window.startRevision()) {
            return Optional.empty();
        }
        List<CacheEvent> missed = new ArrayList<>();
        window.after(revision).forEach(change -> change.seenBy(sees).ifPresent(missed::add));
        return Optional.of(start(sees, revision, missed));
    }

    private CacheWatch watchAll(
            WatchStart.Present start, String namespace, Predicate<StoredObject> sees) {
        Snapshot objects = newest();
        List<CacheEvent> initial = new ArrayList<>();
        for (StoredObject object : objects.list(namespace)) {
            if (sees.test(object)) {
                initial.add(new CacheEvent.Changed(CacheEvent.Type.ADDED, object));
            }
        }
        if (start.announceEnd()) {
            initial.add(new CacheEvent.InitialEnd(objects.revision()));
        }
        return start(sees, 0, initial);
    }

    /**
     * @throws io.alcove.apiserver.storage.StoreException where there is an object that no watcher
     *     could be told of
     */
    private CacheWatch start(Predicate<StoredObject> sees, long after, List<CacheEvent> initial) {
        unreadable.refuseAny();
        CacheWatch watch = new CacheWatch(sees, after, initial, progress, this::remove);
        watches.add(watch);
        return watch;
    }

    private void remove(CacheWatch watch) {
        lock.lock();
        try {
            watches.remove(watch);
        } finally {
            lock.unlock();
        }
    }

    long startRevision() {
        lock.lock();
        try {
            return window.startRevision();
        } finally {
            lock.unlock();
        }
    }
}
