package io.alcove.apiserver.kinds.scheduling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;

/** Leases: the fields of coordinated election are off, as CoordinatedLeaderElection is. */
public final class LeaseStrategy extends BuiltInStrategy {

    public LeaseStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject lease) {
        drop(lease, "strategy");
        drop(lease, "preferredHolder");
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject lease, ApiObject old) {
        for (String field : new String[] {"strategy", "preferredHolder"}) {
            if (old.at("spec", field).isMissingNode()) {
                drop(lease, field);
            }
        }
    }

    private static void drop(ApiObject lease, String field) {
        if (lease.node().path("spec") instanceof ObjectNode spec) {
            spec.remove(field);
        }
    }
}
