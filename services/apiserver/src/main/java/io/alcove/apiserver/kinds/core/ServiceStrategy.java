package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.Reservation;
import io.alcove.apiserver.request.RequestContext;
import java.util.Optional;

/** Services, which hold addresses and ports of shared ranges. */
final class ServiceStrategy extends BuiltInStrategy {

    private final ServiceAllocator allocator;

    ServiceStrategy(Defaulting defaulting, Traits traits, ServiceAllocator allocator) {
        super(defaulting, traits);
        this.allocator = allocator;
    }

    @Override
    public Reservation reserve(
            RequestContext context, ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        return allocator.allocate(service, old, dryRun);
    }

    @Override
    public void afterDelete(RequestContext context, ApiObject service) {
        allocator.release(service);
    }
}
