package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.informer.Informers;
import io.alcove.syncer.cluster.InformerCache;
import io.alcove.syncer.cluster.ObjectCache;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.events.SyncRecord;
import io.alcove.syncer.host.HostCache;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.translation.HostObjects;
import io.alcove.syncer.translation.PodTranslation;
import io.alcove.syncer.translation.TenantNetwork;
import io.alcove.testing.apiserver.FakeApiServer;
import io.alcove.testing.apiserver.FakeObjects;
import io.alcove.testing.apiserver.TestObjects;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A tenant on a fake API server, synced to a real host; the syncer can be stopped and started. */
final class SyncScenario implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    final RealHost realHost = RealHost.open();
    final HostNames names = new HostNames("t1", realHost.namespace());
    final FakeApiServer tenant = FakeApiServer.start();
    final HostClient host = realHost.hostClient();
    final List<SyncRecord> journal = new CopyOnWriteArrayList<>();
    private Informers informers = new Informers(apiClient());
    private List<HostCache> hostCaches = List.of();
    private Optional<Syncer> syncer = Optional.empty();

    void startSyncer() throws InterruptedException {
        informers = new Informers(apiClient());
        Map<VirtualResource, ObjectCache> virtualCaches = new EnumMap<>(VirtualResource.class);
        for (VirtualResource resource : VirtualResource.values()) {
            virtualCaches.put(resource, new InformerCache(informers.of(resource.resource())));
        }
        Map<HostResource, ObjectCache> caches = new EnumMap<>(HostResource.class);
        hostCaches = new CopyOnWriteArrayList<>();
        for (HostResource resource : HostResource.values()) {
            if (resource != HostResource.NODES) {
                String selector =
                        resource == HostResource.EVENTS
                                ? ""
                                : Marks.MANAGED_BY + "=" + names.tenant();
                HostCache cache = new HostCache(host, resource, names.hostNamespace(), selector);
                hostCaches.add(cache);
                caches.put(resource, cache);
            }
        }
        Caches both = new Caches(names, virtualCaches, caches);
        Syncer started =
                new Syncer(
                        both,
                        new FakeVirtualClient(tenant.objects(), Clock.systemUTC()),
                        host,
                        new HostObjects(names, Optional.empty()),
                        new Syncer.Settings(
                                new PodTranslation.Settings("workload", false, false),
                                new TenantNetwork(
                                        "10.1.1.1", 443, true, "10.1.1.2", "cluster.local")),
                        journal::add,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC());
        hostCaches.forEach(HostCache::start);
        informers.start();
        for (ObjectCache cache : caches.values()) {
            cache.awaitSynced(PATIENCE);
        }
        informers.awaitSynced(PATIENCE);
        started.start();
        syncer = Optional.of(started);
    }

    void stopSyncer() {
        syncer.ifPresent(Syncer::close);
        syncer = Optional.empty();
        hostCaches.forEach(HostCache::close);
        informers.close();
    }

    FakeObjects objects() {
        return tenant.objects();
    }

    ApiObject create(VirtualResource resource, String json) {
        return objects().create(resource.resource(), TestObjects.object(json));
    }

    Optional<ApiObject> virtualObject(VirtualResource resource, String name) {
        return objects().find(resource.resource(), new ObjectName("default", name));
    }

    Optional<ApiObject> hostCopy(HostResource resource, String name) {
        return host.find(resource, names.of("default", name));
    }

    ApiObject awaitHostCopy(HostResource resource, String name) {
        return await("copy of " + name, () -> hostCopy(resource, name));
    }

    void awaitGone(String what, Supplier<Optional<ApiObject>> object) {
        await(what + " gone", () -> object.get().isEmpty() ? Optional.of(what) : Optional.empty());
    }

    <T> T await(String what, Supplier<Optional<T>> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> value = condition.get();
            if (value.isPresent()) {
                return value.get();
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new AssertionError("not in time: " + what + ", journal: " + journal);
    }

    @Override
    public void close() {
        stopSyncer();
        tenant.close();
        realHost.close();
    }

    private ApiClient apiClient() {
        return ApiClient.of(tenant.channel(), "alcove-syncer");
    }
}
