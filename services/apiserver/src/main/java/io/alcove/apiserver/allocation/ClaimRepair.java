package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Brings claims and Services together again where a server ended between the writes of the two: a
 * Service without its claims gets them, a claim without a Service is released once no request can
 * be about to store one.
 */
public final class ClaimRepair implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofMinutes(3);
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final GroupResource SERVICES = new GroupResource("", "services");
    private static final Logger LOG = System.getLogger(ClaimRepair.class.getName());

    private final ObjectStorages storages;
    private final ServicePools pools;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    ClaimRepair(ObjectStorages storages, ServicePools pools, InstantSource clock) {
        this.storages = storages;
        this.pools = pools;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("service-claims").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    repair();
                } catch (StoreException | StatusException e) {
                    LOG.log(Level.WARNING, "claims of services not looked at", e);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void repair() {
        // before the services: whoever made a claim before this has stored a Service by now
        List<StoredObject> addresses = old(storages.of(AddressClaim.RESOURCE));
        List<StoredObject> ports = old(storages.of(PortClaim.RESOURCE));
        Set<String> held = new HashSet<>();
        for (StoredObject stored : storages.of(SERVICES).newest().list("")) {
            ServiceNeeds service = new ServiceNeeds(ApiObject.parse(stored.json()));
            held.addAll(service.addresses());
            service.heldNodePorts().forEach(port -> held.add(Integer.toString(port)));
            held.add(Integer.toString(service.heldHealthCheckPort()));
            pools.hold(service);
        }
        release(storages.of(AddressClaim.RESOURCE), addresses, held);
        release(storages.of(PortClaim.RESOURCE), ports, held);
    }

    private List<StoredObject> old(ObjectStorage claims) {
        Instant latest = clock.instant().minus(GRACE);
        return claims.newest().list("").stream().filter(claim -> isOlder(claim, latest)).toList();
    }

    /** An address that somebody else reserved is left alone. */
    private static boolean isOlder(StoredObject stored, Instant latest) {
        ApiObject claim = ApiObject.parse(stored.json());
        boolean ours =
                claim.kind().equals("NodePortClaim")
                        || AddressClaim.MANAGER.equals(claim.labels().get(AddressClaim.MANAGED_BY));
        try {
            return ours
                    && Instant.parse(claim.text("metadata", "creationTimestamp")).isBefore(latest);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static void release(
            ObjectStorage storage, List<StoredObject> claims, Set<String> held) {
        for (StoredObject claim : claims) {
            if (!held.contains(claim.name().name())) {
                LOG.log(Level.INFO, "claim without a service released name=" + claim.name());
                storage.delete(claim);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
