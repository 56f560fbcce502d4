package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * All resources of a store, in memory. Follows the store's log on the store's thread; where the
 * store loses the subscription everything is read anew, and running watches end.
 */
public final class ObjectStorages implements AutoCloseable {

    /** Watches that were open before a restart go on from within these. */
    private static final long REPLAYED_REVISIONS = 1000;

    private static final Duration LOAD_DEADLINE = Duration.ofMinutes(2);
    private static final Duration RELOAD_DELAY = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(ObjectStorages.class.getName());

    private final Store store;
    private final FieldExtractor extractor;
    private final InstantSource clock;
    private final Progress progress = new Progress();
    private final Map<GroupResource, ResourceCache> caches = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long loadedRevision;
    private volatile Store.Subscription subscription = () -> {};

    private ObjectStorages(Store store, FieldExtractor extractor, InstantSource clock) {
        this.store = store;
        this.extractor = extractor;
        this.clock = clock;
    }

    /** Reads the store into memory; the store stays the caller's to close, after this. */
    public static ObjectStorages open(Store store, FieldExtractor extractor, InstantSource clock) {
        ObjectStorages storages = new ObjectStorages(store, extractor, clock);
        storages.loadFirst();
        return storages;
    }

    public ObjectStorage of(GroupResource resource) {
        return new ObjectStorage(resource, store, cache(resource), progress);
    }

    /** The newest revision that reads see. */
    public long revision() {
        return progress.revision();
    }

    /** Whether reads see, within the patience, what the store holds now. */
    public boolean isCurrent(Duration patience) {
        try {
            return progress.await(store.revision(), patience);
        } catch (StoreException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many objects of each resource there are. */
    public Map<GroupResource, Integer> counts() {
        return caches.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().newest().tree().size()));
    }

    /** Ends the watches that run now, as if their time was over. */
    public void endWatches() {
        caches.values().forEach(ResourceCache::endWatches);
    }

    private ResourceCache cache(GroupResource resource) {
        return caches.computeIfAbsent(
                resource,
                missing ->
                        new ResourceCache(
                                new ObjectCodec(missing, extractor),
                                progress,
                                clock,
                                loadedRevision));
    }

    private void load(long revision) {
        ListPage.Values page = read(revision);
        loadedRevision = page.revision();
        Map<GroupResource, List<StoredValue>> values =
                page.values().stream().collect(Collectors.groupingBy(v -> v.key().resource()));
        values.keySet().forEach(this::cache);
        caches.forEach(
                (resource, cache) ->
                        cache.reset(values.getOrDefault(resource, List.of()), page.revision()));
        progress.advance(page.revision());
        subscription =
                store.subscribe(page.revision(), new Follower())
                        .orElseThrow(() -> new StoreException("compacted while it was read"));
    }

    private ListPage.Values read(long revision) {
        return switch (store.list(StoreKey.ROOT, revision, "", 0)) {
            case ListPage.Values page -> page;
            case ListPage.Compacted compacted -> read(compacted.oldestRevision());
        };
    }

    private void loadFirst() {
        long newest = store.revision();
        load(newest == 0 ? 0 : Math.max(1, newest - REPLAYED_REVISIONS));
        try {
            if (!progress.await(newest, LOAD_DEADLINE)) {
                throw new StoreException("its log was not read in " + LOAD_DEADLINE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while its log was read");
        }
    }

    private void loadAgain() {
        try {
            while (!closing.await(RELOAD_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    load(0);
                    return;
                } catch (StoreException e) {
                    LOG.log(Level.WARNING, "store not read again yet", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        subscription.close();
        endWatches();
    }

    private final class Follower implements Store.Subscriber {
        @Override
        public void accept(StoreEvent event) {
            cache(event.key().resource()).apply(event);
            progress.advance(event.revision());
        }

        @Override
        public void reached(long revision) {
            if (revision > progress.revision()) {
                progress.advance(revision);
            }
        }

        @Override
        public void failed(StoreException cause) {
            LOG.log(Level.WARNING, "store subscription lost", cause);
            Thread.ofVirtual().name("storage-reload").start(ObjectStorages.this::loadAgain);
        }
    }
}
