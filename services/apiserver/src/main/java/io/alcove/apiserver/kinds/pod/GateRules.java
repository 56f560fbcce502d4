package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.HashSet;
import java.util.Set;

/** What a pod waits for before it counts as ready, or is scheduled. */
final class GateRules {

    private GateRules() {}

    static void readiness(Inspection gates) {
        gates.each(gate -> LabelRules.key(gate.field("conditionType")));
    }

    static void scheduling(Inspection gates) {
        if (gates.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        gates.each(
                gate -> {
                    String name = gate.field("name").text();
                    LabelNames.key(name).forEach(problem -> gate.invalid(name, problem));
                    if (!seen.add(name)) {
                        gate.duplicate(name);
                    }
                });
    }
}
