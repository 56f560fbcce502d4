package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.registry.Reservation;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services, which hold addresses and ports of shared ranges. */
final class ServiceStrategy extends BuiltInStrategy {

    private static final GroupKind SERVICE = new GroupKind("", "Service");

    private final ServiceAllocator allocator;

    ServiceStrategy(Defaulting defaulting, Traits traits, ServiceAllocator allocator) {
        super(defaulting, traits);
        this.allocator = allocator;
    }

    @Override
    public Reservation reserve(
            RequestContext context, ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        refuseAddresses(service, old);
        return allocator.allocate(service, old, dryRun);
    }

    /** Where clusterIP and clusterIPs agree already; the allocator aligns them otherwise. */
    private void refuseAddresses(ApiObject service, Optional<ApiObject> old) {
        List<StatusCause> causes = new ArrayList<>();
        Inspection spec = inspect(service, causes).field("spec");
        Inspection addresses = spec.field("clusterIPs");
        String first = addresses.size() == 0 ? "" : addresses.element(0).text();
        if (spec.field("clusterIP").text().equals(first)) {
            ServiceAddressRules.check(
                    spec,
                    old.map(before -> before.at("spec", "clusterIPs"))
                            .orElse(MissingNode.getInstance()));
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(SERVICE, service.name(), causes);
        }
    }

    @Override
    public void afterDelete(RequestContext context, ApiObject service) {
        allocator.release(service);
    }
}
