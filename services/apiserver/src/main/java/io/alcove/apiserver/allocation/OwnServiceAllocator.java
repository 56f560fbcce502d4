package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.Reservation;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives addresses and ports out of ranges of its own, which it keeps in memory. */
public final class OwnServiceAllocator implements ServiceAllocator {

    private final ServicePools pools;

    /**
     * @param range --service-cluster-ip-range; one range, of one family
     */
    public OwnServiceAllocator(Cidr range, PortRange nodePorts, RandomGenerator random) {
        this.pools = new ServicePools(range, nodePorts, random);
    }

    /** Holds what the stored Services have; called before the first request. */
    public void restore(List<ApiObject> services) {
        services.forEach(service -> pools.hold(new ServiceNeeds(service)));
    }

    @Override
    public Reservation allocate(ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        return new ServiceAllocation(pools, service, old, dryRun).take();
    }

    @Override
    public void release(ApiObject service) {
        ServiceNeeds needs = new ServiceNeeds(service);
        needs.addresses().forEach(pools::releaseAddress);
        needs.heldNodePorts().forEach(pools::releasePort);
        pools.releasePort(needs.heldHealthCheckPort());
    }
}
