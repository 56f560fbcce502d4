package io.alcove.apiserver.kinds.scheduling;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Leases. */
public final class LeaseValidation implements Validation {

    private static final List<String> STRATEGIES = List.of("OldestEmulationVersion");

    @Override
    public void check(Inspection lease) {
        Inspection spec = lease.field("spec");
        Inspection duration = spec.field("leaseDurationSeconds");
        if (duration.isPresent() && duration.number() <= 0) {
            duration.invalid("must be greater than 0");
        }
        Inspection transitions = spec.field("leaseTransitions");
        if (transitions.number() < 0) {
            transitions.invalid("must be greater than or equal to 0");
        }
        Inspection strategy = spec.field("strategy");
        if (strategy.isPresent()) {
            strategy(strategy.field("strategy", strategy.node()));
        }
        if (spec.field("preferredHolder").isGiven() && !strategy.isGiven()) {
            spec.field("preferredHolder")
                    .forbidden("may only be specified if `strategy` is defined");
        }
    }

    private static void strategy(Inspection strategy) {
        if (strategy.text().indexOf('/') < 0) {
            strategy.supports(STRATEGIES);
        } else {
            strategy.checked(LabelNames::key);
        }
    }
}
