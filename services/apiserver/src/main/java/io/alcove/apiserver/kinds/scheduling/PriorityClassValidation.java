package io.alcove.apiserver.kinds.scheduling;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;
import java.util.Map;

/** PriorityClasses. */
public final class PriorityClassValidation implements Validation {

    private static final List<String> PREEMPTION = List.of("PreemptLowerPriority", "Never");
    private static final Map<String, Long> SYSTEM =
            Map.of("system-node-critical", 2000001000L, "system-cluster-critical", 2000000000L);
    private static final long HIGHEST = 1_000_000_000;

    @Override
    public void check(Inspection priority) {
        Inspection name = priority.at("metadata", "name");
        if (name.text().startsWith("system-")) {
            system(priority, name);
        } else if (priority.field("value").number() > HIGHEST) {
            priority.field("value")
                    .forbidden("maximum allowed value of a user defined priority is 1000000000");
        }
        Inspection preemption = priority.field("preemptionPolicy");
        if (preemption.isPresent()) {
            preemption.requiredOneOf(PREEMPTION);
        }
    }

    private static void system(Inspection priority, Inspection name) {
        Long value = SYSTEM.get(name.text());
        String problem;
        if (value == null) {
            problem = name.text() + " is not a known system priority class";
        } else if (value != priority.field("value").number()) {
            problem = "value of " + name.text() + " PriorityClass must be " + value;
        } else if (priority.field("globalDefault").isTrue()) {
            problem = "globalDefault of " + name.text() + " PriorityClass must be false";
        } else {
            return;
        }
        name.forbidden(
                "priority class names with 'system-' prefix are reserved for system use only. error: "
                        + problem);
    }

    @Override
    public void checkUpdate(Inspection priority, ApiObject old) {
        if (priority.field("value").number() != old.at("value").asLong()) {
            priority.field("value").forbidden("may not be changed in an update.");
        }
        priority.field("preemptionPolicy").immutable(old.at("preemptionPolicy"), "*s");
    }
}
