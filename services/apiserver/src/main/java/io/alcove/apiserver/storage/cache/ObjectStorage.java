package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.UnreadableValue;
import io.alcove.apiserver.storage.WriteResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The objects of one resource: writes go to the store, reads and watches are served from memory. A
 * read sees every write that was answered before it. Calls block, and are made from virtual
 * threads.
 *
 * <p>A failing store is a {@link io.alcove.apiserver.storage.StoreException}.
 */
public final class ObjectStorage {

    /** How long a read waits for a revision that the cache has not reached, as upstream does. */
    static final Duration REVISION_DEADLINE = Duration.ofSeconds(3);

    private final GroupResource resource;
    private final Store store;
    private final ResourceCache cache;
    private final Progress progress;

    ObjectStorage(GroupResource resource, Store store, ResourceCache cache, Progress progress) {
        this.resource = resource;
        this.store = store;
        this.cache = cache;
        this.progress = progress;
    }

    public GroupResource resource() {
        return resource;
    }

    /** Everything that was written before the call, and maybe more. */
    public Snapshot newest() {
        return atLeast(store.revision());
    }

    /** What is in memory; behind other replicas of a shared store by a little. */
    public Snapshot any() {
        return cache.newest();
    }

    /**
     * @throws StatusException (504, Too large resource version) where the revision is not reached
     *     in time
     */
    public Snapshot atLeast(long revision) {
        reach(revision);
        return cache.newest();
    }

    /**
     * The objects as they were at a revision; empty where it is compacted.
     *
     * @throws StatusException (504, Too large resource version) where the revision is not reached
     *     in time
     */
    public Optional<Snapshot> exactly(long revision) {
        reach(revision);
        Optional<Snapshot> held = cache.at(revision);
        return held.isPresent() ? held : read(revision);
    }

    private Optional<Snapshot> read(long revision) {
        return switch (store.list(StoreKey.prefix(resource), revision, "", 0)) {
            case ListPage.Values page -> Optional.of(cache.snapshotOf(page.values(), revision));
            case ListPage.Compacted _ -> Optional.empty();
        };
    }

    /** The object, as of {@link #newest}. */
    public Optional<StoredObject> get(ObjectName name) {
        return newest().get(name);
    }

    /**
     * Watches the objects of a namespace, or of all where it is empty, that a predicate selects. An
     * object that comes into or goes out of the selection is seen as ADDED or DELETED.
     *
     * @throws StatusException (410, Expired) where the start is older than what memory holds
     */
    public CacheWatch watch(WatchStart start, String namespace, Predicate<StoredObject> selected) {
        return cache.watch(start, namespace, selected).orElseThrow(() -> tooOld(start));
    }

    private StatusException tooOld(WatchStart start) {
        String from = start instanceof WatchStart.After(long revision) ? "" + revision : "";
        return StatusException.expired(
                "too old resource version: " + from + " (" + cache.startRevision() + ")");
    }

    /** Whether a write that changes nothing is to be made all the same. */
    public boolean isStale(ObjectName name) {
        return store.isStale(key(name));
    }

    public ObjectWrite create(ApiObject object) {
        EncodedObject encoded = cache.codec().encode(object);
        cache.expect(encoded);
        try {
            return written(encoded, store.create(key(encoded.name()), encoded.value()));
        } finally {
            cache.expectNoMore(encoded);
        }
    }

    /** Writes over the object, whose revision is to be the expected one. */
    public ObjectWrite update(ApiObject object, long expectedRevision) {
        EncodedObject encoded = cache.codec().encode(object);
        cache.expect(encoded);
        try {
            return written(
                    encoded, store.update(key(encoded.name()), encoded.value(), expectedRevision));
        } finally {
            cache.expectNoMore(encoded);
        }
    }

    /** Removes the object as it was read, if its revision is still that one. */
    public ObjectWrite delete(StoredObject object) {
        return switch (store.delete(key(object.name()), object.revision())) {
            case WriteResult.Written written ->
                    new ObjectWrite.Written(ResourceVersionBytes.at(object, written.revision()));
            case WriteResult.Conflict conflict -> conflict(conflict.current());
            case WriteResult.Missing _ -> new ObjectWrite.Missing();
        };
    }

    private ObjectWrite written(EncodedObject encoded, WriteResult result) {
        return switch (result) {
            case WriteResult.Written written ->
                    new ObjectWrite.Written(cached(encoded, written.revision()));
            case WriteResult.Conflict conflict -> conflict(conflict.current());
            case WriteResult.Missing _ -> new ObjectWrite.Missing();
        };
    }

    private StoredObject cached(EncodedObject encoded, long revision) {
        return cache.newest()
                .get(encoded.name())
                .filter(object -> object.revision() == revision)
                .orElseGet(() -> encoded.at(revision));
    }

    private ObjectWrite conflict(StoredValue current) {
        UnreadableValue.reason(current.key(), current.value())
                .ifPresent(
                        why -> {
                            throw Unreadables.failure(why);
                        });
        return new ObjectWrite.Conflict(
                cache.codec().read(current.key().name(), current.value()).at(current.revision()));
    }

    private StoreKey key(ObjectName name) {
        return new StoreKey(resource, name);
    }

    private void reach(long revision) {
        try {
            if (!progress.await(revision, REVISION_DEADLINE)) {
                throw tooLarge(revision);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooLarge(revision);
        }
    }

    private StatusException tooLarge(long revision) {
        String message = "Too large resource version";
        return new StatusException(
                new Status(
                        StatusReason.TIMEOUT.code(),
                        StatusReason.TIMEOUT.word(),
                        "Timeout: %s: %d, current: %d"
                                .formatted(message, revision, progress.revision()),
                        new Status.Details(
                                "",
                                "",
                                "",
                                "",
                                List.of(new StatusCause("ResourceVersionTooLarge", message, "")),
                                1)));
    }
}
