package io.alcove.apiserver.kinds.policy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.ConditionRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.PercentRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** PodDisruptionBudgets. */
public final class DisruptionBudgetValidation implements Validation {

    private static final List<String> POLICIES = List.of("AlwaysAllow", "IfHealthyBudget");

    @Override
    public void check(Inspection budget) {
        Inspection spec = budget.field("spec");
        Inspection available = spec.field("minAvailable");
        Inspection unavailable = spec.field("maxUnavailable");
        if (available.isPresent() && unavailable.isPresent()) {
            spec.invalidAs(
                    "opolicy.PodDisruptionBudgetSpec",
                    "minAvailable and maxUnavailable cannot be both set");
        }
        share(available);
        share(unavailable);
        LabelRules.selector(spec.field("selector"));
        spec.field("unhealthyPodEvictionPolicy").oneOf(POLICIES);
    }

    private static void share(Inspection value) {
        if (value.isPresent()) {
            PercentRules.check(value);
            PercentRules.atMost100(value);
        }
    }

    @Override
    public void checkStatus(Inspection budget, ApiObject old) {
        Inspection status = budget.field("status");
        ConditionRules.check(status.field("conditions"));
        for (String count :
                List.of("disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods")) {
            status.field(count).nonNegative();
        }
    }
}
