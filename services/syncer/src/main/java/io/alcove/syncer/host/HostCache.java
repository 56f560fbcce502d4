package io.alcove.syncer.host;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.syncer.cluster.ObjectCache;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One resource of the host in memory, kept by list and watch. Listeners run on the watching thread:
 * they only note what changed.
 */
public final class HostCache implements ObjectCache, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HostCache.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(20);

    private final HostClient client;
    private final HostResource resource;
    private final String namespace;
    private final String labelSelector;
    private final Map<ObjectName, ApiObject> objects = new ConcurrentHashMap<>();
    private final List<Consumer<ApiObject>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch synced = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    public HostCache(
            HostClient client, HostResource resource, String namespace, String labelSelector) {
        this.client = client;
        this.resource = resource;
        this.namespace = namespace;
        this.labelSelector = labelSelector;
        this.thread =
                Thread.ofVirtual()
                        .name("host-" + resource.resource().resource())
                        .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public Optional<ApiObject> get(ObjectName name) {
        return Optional.ofNullable(objects.get(name));
    }

    @Override
    public Collection<ApiObject> list() {
        return List.copyOf(objects.values());
    }

    @Override
    public void onChange(Consumer<ApiObject> listener) {
        listeners.add(listener);
    }

    @Override
    public boolean awaitSynced(Duration atMost) throws InterruptedException {
        return synced.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isSynced() {
        return synced.getCount() == 0;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        String revision = "";
        Duration backoff = FIRST_BACKOFF;
        while (!closed) {
            try {
                if (revision.isEmpty()) {
                    revision = relist();
                }
                revision = watch(revision);
                backoff = FIRST_BACKOFF;
            } catch (StatusException e) {
                revision = isTooOld(e) ? "" : revision;
                backoff = pause("host watch refused", e, backoff);
            } catch (HostUnavailableException e) {
                backoff = pause("host watch broken", e, backoff);
            }
        }
    }

    private String relist() {
        HostClient.Listing listing = client.list(resource, namespace, labelSelector);
        Map<ObjectName, ApiObject> gone = new HashMap<>(objects);
        for (ApiObject object : listing.items()) {
            gone.remove(object.objectName());
            put(object);
        }
        gone.values().forEach(this::remove);
        synced.countDown();
        return listing.resourceVersion();
    }

    private String watch(String from) {
        String revision = from;
        try (HostClient.Watch watch = client.watch(resource, namespace, labelSelector, revision)) {
            while (true) {
                Optional<HostClient.WatchEvent> event = watch.next();
                if (event.isEmpty()) {
                    return revision;
                }
                ApiObject object = event.get().object();
                switch (event.get().type()) {
                    case "ADDED", "MODIFIED" -> put(object);
                    case "DELETED" -> remove(object);
                    case "ERROR" -> throw refusal(object);
                    default -> {}
                }
                revision = object.resourceVersion();
            }
        }
    }

    private void put(ApiObject object) {
        ApiObject before = objects.put(object.objectName(), object);
        if (before == null || !before.resourceVersion().equals(object.resourceVersion())) {
            listeners.forEach(listener -> listener.accept(object));
        }
    }

    private void remove(ApiObject object) {
        objects.remove(object.objectName());
        listeners.forEach(listener -> listener.accept(object));
    }

    private Duration pause(String what, RuntimeException cause, Duration backoff) {
        if (closed) {
            return backoff;
        }
        LOG.warnf(
                "%s resource=%s cause=%s",
                what, resource.resource().resource(), cause.getMessage());
        try {
            Thread.sleep(backoff);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : doubled;
    }

    private static boolean isTooOld(StatusException e) {
        return e.is(StatusReason.EXPIRED) || e.is(StatusReason.GONE);
    }

    private static RuntimeException refusal(ApiObject status) {
        return Status.parse(status.node())
                .<RuntimeException>map(StatusException::new)
                .orElseGet(() -> new HostUnavailableException("watch ended by an error"));
    }
}
