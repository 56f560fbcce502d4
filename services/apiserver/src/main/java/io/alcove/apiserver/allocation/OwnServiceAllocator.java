package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.Reservation;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives addresses and ports out of ranges of its own. What is given is claimed in the store, so
 * that several servers never give the same; before {@link #open} claims are in memory only.
 */
public final class OwnServiceAllocator implements ServiceAllocator {

    private final Cidr range;
    private final PortRange nodePorts;
    private final RandomGenerator random;
    private volatile ServicePools pools;

    /**
     * @param range --service-cluster-ip-range; one range, of one family
     */
    public OwnServiceAllocator(Cidr range, PortRange nodePorts, RandomGenerator random) {
        this.range = range;
        this.nodePorts = nodePorts;
        this.random = random;
        this.pools = ServicePools.inMemory(range, nodePorts, random);
    }

    /**
     * Keeps claims in the store from now on, beginning with those of the stored Services; called
     * before the first request.
     *
     * @return ends the repair of claims
     */
    public ClaimRepair open(ObjectStorages storages, InstantSource clock) {
        ServicePools stored = ServicePools.stored(range, nodePorts, storages, clock, random);
        ClaimRepair repair = new ClaimRepair(storages, stored, clock);
        repair.repair();
        repair.start();
        pools = stored;
        return repair;
    }

    @Override
    public Reservation allocate(ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        return new ServiceAllocation(pools, service, old, dryRun).take();
    }

    @Override
    public void release(ApiObject service) {
        ServiceNeeds needs = new ServiceNeeds(service);
        ServicePools pools = this.pools;
        needs.addresses().forEach(pools::releaseAddress);
        needs.heldNodePorts().forEach(pools::releasePort);
        pools.releasePort(needs.heldHealthCheckPort());
    }
}
