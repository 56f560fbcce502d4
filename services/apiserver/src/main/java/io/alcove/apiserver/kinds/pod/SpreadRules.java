package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.List;

/** spec.topologySpreadConstraints. */
final class SpreadRules {

    private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
    private static final List<String> POLICIES = List.of("Honor", "Ignore");

    private SpreadRules() {}

    static void check(Inspection constraints) {
        constraints.each(constraint -> constraint(constraint, constraints.node()));
    }

    private static void constraint(Inspection constraint, JsonNode all) {
        constraint.field("maxSkew").positive();
        constraint.field("topologyKey").required("can not be empty");
        Inspection action = constraint.field("whenUnsatisfiable");
        action.supports(ACTIONS);
        repeated(constraint, all);
        minDomains(constraint.field("minDomains"), action.text());
        constraint.field("nodeAffinityPolicy").oneOf(POLICIES);
        constraint.field("nodeTaintsPolicy").oneOf(POLICIES);
        LabelKeyRules.check(constraint);
        LabelRules.selector(constraint.field("labelSelector"));
    }

    private static void repeated(Inspection constraint, JsonNode all) {
        String key = constraint.field("topologyKey").text();
        String action = constraint.field("whenUnsatisfiable").text();
        for (int i = constraint.index() + 1; i < all.size(); i++) {
            JsonNode other = all.get(i);
            if (other.path("topologyKey").asText("").equals(key)
                    && other.path("whenUnsatisfiable").asText("").equals(action)) {
                constraint
                        .field("{topologyKey, whenUnsatisfiable}")
                        .duplicate("{" + key + ", " + action + "}");
                return;
            }
        }
    }

    private static void minDomains(Inspection domains, String action) {
        if (!domains.isPresent()) {
            return;
        }
        domains.positive();
        if (!action.equals("DoNotSchedule")) {
            domains.invalid(
                    "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
        }
    }
}
