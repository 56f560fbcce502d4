package io.alcove.apiserver.kinds.flowcontrol;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;

/** Conditions of flow schemas and priority levels: each type once. */
final class FlowConditions {

    private FlowConditions() {}

    static void check(Inspection object) {
        Inspection conditions = object.at("status", "conditions");
        if (conditions.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        conditions.each(
                condition -> {
                    Inspection type = condition.field("type");
                    if (!seen.add(type.text())) {
                        type.duplicate();
                    }
                    type.required();
                });
    }
}
