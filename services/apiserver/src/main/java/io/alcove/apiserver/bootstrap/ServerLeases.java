package io.alcove.apiserver.bootstrap;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Which servers of one store live, so that each is an endpoint of the kubernetes Service and a dead
 * one is none. Each renews a record of its own; whose record stays at one revision is gone, and its
 * record is removed. Clocks of two machines are never compared.
 */
public final class ServerLeases implements AutoCloseable {

    static final Duration RENEWAL = Duration.ofSeconds(10);
    static final Duration LOST_AFTER = Duration.ofSeconds(25);

    /** No API serves them, as upstream's are served by none. */
    private static final GroupResource RESOURCE = new GroupResource("alcove.io", "apiserverleases");

    private static final Logger LOG = System.getLogger(ServerLeases.class.getName());

    private final ObjectStorage leases;
    private final InstantSource clock;
    private final ObjectName own;
    private final Consumer<List<String>> endpoints;
    private final Map<ObjectName, Seen> seen = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private record Seen(long revision, Instant since) {}

    private ServerLeases(
            ObjectStorages storages,
            String address,
            InstantSource clock,
            Consumer<List<String>> endpoints) {
        this.leases = storages.of(RESOURCE);
        this.clock = clock;
        this.own = ObjectName.clusterScoped(address);
        this.endpoints = endpoints;
        thread = Thread.ofVirtual().name("apiserver-lease").unstarted(this::run);
    }

    /**
     * @param endpoints takes the addresses of all that live, whenever they are looked at
     */
    public static ServerLeases start(
            ObjectStorages storages,
            String address,
            InstantSource clock,
            Consumer<List<String>> endpoints) {
        ServerLeases leases = new ServerLeases(storages, address, clock, endpoints);
        leases.attempt();
        leases.thread.start();
        return leases;
    }

    private void run() {
        try {
            while (!closing.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            renew();
            endpoints.accept(alive());
        } catch (StoreException | StatusException e) {
            LOG.log(Level.WARNING, "lease of this server not renewed", e);
        }
    }

    private void renew() {
        ApiObject lease =
                ApiObject.of(new GroupVersionKind(RESOURCE.group(), "v1", "ApiServerLease"), own);
        lease.with("spec").put("renewTime", clock.instant().toString());
        Optional<StoredObject> held = leases.get(own);
        // what came between is another write of this server, which is as good
        var _ = held.isEmpty() ? leases.create(lease) : leases.update(lease, held.get().revision());
    }

    private List<String> alive() {
        Instant now = clock.instant();
        List<StoredObject> all = leases.newest().list("");
        seen.keySet().removeIf(name -> all.stream().noneMatch(l -> l.name().equals(name)));
        for (StoredObject lease : all) {
            seen.merge(
                    lease.name(),
                    new Seen(lease.revision(), now),
                    (before, next) -> before.revision() == next.revision() ? before : next);
            if (isLost(lease.name(), now)) {
                leases.delete(lease);
            }
        }
        return all.stream()
                .map(StoredObject::name)
                .filter(name -> !isLost(name, now))
                .map(ObjectName::name)
                .sorted()
                .toList();
    }

    private boolean isLost(ObjectName name, Instant now) {
        Seen last = seen.get(name);
        return !name.equals(own)
                && last != null
                && Duration.between(last.since(), now).compareTo(LOST_AFTER) > 0;
    }

    /** This server is no endpoint any more. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(RENEWAL);
            leases.get(own).ifPresent(leases::delete);
            endpoints.accept(alive());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (StoreException | StatusException e) {
            LOG.log(Level.WARNING, "lease of this server not given up", e);
        }
    }
}
