package io.alcove.client.informer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.ListQuery;
import io.alcove.client.ResourceClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A resource's objects in memory, kept as they are by a watch that goes on where it broke off, and
 * lists again where the server no longer knows that revision. metadata.managedFields is left out.
 *
 * <p>Handlers and indexes are added before {@link #start}. A handler hears of every object as
 * added, then of each change; changes that fall together while the watch was down come as one.
 */
public final class Informer implements AutoCloseable {

    private final ObjectCache cache = new ObjectCache();
    private final List<ChangeHandler> handlers = new CopyOnWriteArrayList<>();
    private final CountDownLatch synced = new CountDownLatch(1);
    private final Reflector reflector;
    private UnaryOperator<ApiObject> transform = Informer::withoutManagedFields;

    public Informer(ResourceClient client, ListQuery query) {
        this.reflector = new Reflector(client, query, new Changes());
    }

    /** What is kept of each object in place of the whole; it may change the object given. */
    public Informer transform(UnaryOperator<ApiObject> kept) {
        requireNotStarted();
        transform = object -> kept.apply(withoutManagedFields(object));
        return this;
    }

    public Informer handler(ChangeHandler handler) {
        requireNotStarted();
        handlers.add(handler);
        return this;
    }

    /** An index by the keys that the function finds in an object. */
    public Index index(Function<ApiObject, Collection<String>> keys) {
        requireNotStarted();
        return cache.index(keys);
    }

    /** The index by the uid of each owner. */
    public Index indexByOwnerUid() {
        return index(o -> o.ownerReferences().stream().map(OwnerReference::uid).toList());
    }

    public Lister lister() {
        return cache;
    }

    /** Starts the informer's thread; once. */
    public void start() {
        reflector.start();
    }

    /** Whether the first list is in the cache and the handlers have heard of it. */
    public boolean hasSynced() {
        return synced.getCount() == 0;
    }

    /** Waits for {@link #hasSynced}; false where the time ran out. */
    public boolean awaitSynced(Duration timeout) throws InterruptedException {
        return synced.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        reflector.close();
    }

    private void requireNotStarted() {
        if (reflector.isStarted()) {
            throw new IllegalStateException("the informer has started");
        }
    }

    private static ApiObject withoutManagedFields(ApiObject object) {
        if (object.node().get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return object;
    }

    /** Puts what the reflector sees into the cache, then tells the handlers. */
    private final class Changes implements Reflector.Sink {

        @Override
        public void replaced(List<ApiObject> items) {
            Set<ObjectName> present = new HashSet<>();
            for (ApiObject item : items) {
                present.add(item.objectName());
                changed(item);
            }
            for (ApiObject gone : cache.list()) {
                if (!present.contains(gone.objectName())) {
                    deleted(gone);
                }
            }
            synced.countDown();
        }

        @Override
        public void changed(ApiObject object) {
            ApiObject kept = transform.apply(object);
            ApiObject before = cache.put(kept).orElse(null);
            if (before == null) {
                handlers.forEach(h -> h.added(kept));
            } else if (!before.uid().equals(kept.uid())) {
                handlers.forEach(h -> h.deleted(before));
                handlers.forEach(h -> h.added(kept));
            } else if (!before.resourceVersion().equals(kept.resourceVersion())) {
                handlers.forEach(h -> h.updated(before, kept));
            }
        }

        @Override
        public void deleted(ApiObject object) {
            ApiObject kept = transform.apply(object);
            if (cache.remove(kept.objectName()).isPresent()) {
                handlers.forEach(h -> h.deleted(kept));
            }
        }
    }
}
