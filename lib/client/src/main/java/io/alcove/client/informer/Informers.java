package io.alcove.client.informer;

import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.ApiClient;
import io.alcove.client.ListQuery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One informer for each resource, shared by all who need it. Ask for them, add handlers, then start
 * them all.
 */
public final class Informers implements AutoCloseable {

    private final ApiClient client;
    private final Map<GroupVersionResource, Informer> informers = new LinkedHashMap<>();

    public Informers(ApiClient client) {
        this.client = client;
    }

    /** The informer of all objects of the resource, in all namespaces. */
    public synchronized Informer of(GroupVersionResource resource) {
        return informers.computeIfAbsent(
                resource, r -> new Informer(client.resource(r), ListQuery.all()));
    }

    public synchronized void start() {
        informers.values().forEach(Informer::start);
    }

    public synchronized boolean hasSynced() {
        return informers.values().stream().allMatch(Informer::hasSynced);
    }

    /** Waits until all have synced; false where the time ran out. */
    public boolean awaitSynced(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (Informer informer : snapshot().values()) {
            if (!informer.awaitSynced(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized void close() {
        informers.values().forEach(Informer::close);
    }

    private synchronized Map<GroupVersionResource, Informer> snapshot() {
        return new LinkedHashMap<>(informers);
    }
}
