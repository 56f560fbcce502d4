package io.alcove.apiserver.kinds.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** podFailurePolicy of a Job. */
final class FailurePolicyRules {

    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");
    private static final int MAX_RULES = 20;
    private static final int MAX_PATTERNS = 20;
    private static final int MAX_CODES = 255;

    private FailurePolicyRules() {}

    static void check(Inspection spec) {
        Inspection policy = spec.field("podFailurePolicy");
        if (!policy.isPresent()) {
            return;
        }
        tooMany(policy.field("rules"), MAX_RULES);
        Set<String> containers = new HashSet<>();
        JsonNode pod = spec.node().path("template").path("spec");
        pod.path("containers").forEach(c -> containers.add(c.path("name").asText("")));
        pod.path("initContainers").forEach(c -> containers.add(c.path("name").asText("")));
        boolean perIndex = spec.field("backoffLimitPerIndex").isPresent();
        policy.field("rules").each(rule -> rule(rule, perIndex, containers));
    }

    static void tooMany(Inspection list, int limit) {
        if (list.size() > limit) {
            list.add(StatusCause.tooMany(list.path(), list.size(), limit));
        }
    }

    private static void rule(Inspection rule, boolean perIndex, Set<String> containers) {
        Inspection action = rule.field("action");
        if (action.is("FailIndex")) {
            if (!perIndex) {
                action.invalid("requires the backoffLimitPerIndex to be set");
            }
        } else {
            oneOf(action, ACTIONS);
        }
        Inspection codes = rule.field("onExitCodes");
        Inspection conditions = rule.field("onPodConditions");
        if (codes.isPresent()) {
            exitCodes(codes, containers);
        }
        tooMany(conditions, MAX_PATTERNS);
        conditions.each(FailurePolicyRules::condition);
        if (codes.isPresent() && conditions.size() > 0) {
            rule.invalidOmitted("specifying both OnExitCodes and OnPodConditions is not supported");
        }
        if (!codes.isPresent() && conditions.size() == 0) {
            rule.invalidOmitted("specifying one of OnExitCodes and OnPodConditions is required");
        }
    }

    private static void oneOf(Inspection value, List<String> supported) {
        if (value.isGiven()) {
            value.oneOf(supported);
        } else {
            value.missing(
                    supported.stream()
                            .collect(Collectors.joining("\" \"", "valid values: [\"", "\"]")));
        }
    }

    private static void condition(Inspection pattern) {
        pattern.field("type").checked(LabelNames::key);
        oneOf(pattern.field("status"), STATUSES);
    }

    private static void exitCodes(Inspection codes, Set<String> containers) {
        oneOf(codes.field("operator"), OPERATORS);
        Inspection container = codes.field("containerName");
        if (container.isPresent() && !containers.contains(container.text())) {
            container.invalid(
                    "must be one of the container or initContainer names in the pod template");
        }
        Inspection values = codes.field("values");
        if (values.size() == 0) {
            values.invalidAs("ln", "at least one value is required");
        } else {
            tooMany(values, MAX_CODES);
        }
        Set<Long> seen = new HashSet<>();
        values.each(
                value -> {
                    if (codes.field("operator").is("In") && value.number() == 0) {
                        value.invalid("must not be 0 for the In operator");
                    }
                    if (!seen.add(value.number())) {
                        value.duplicate();
                    }
                });
        for (int i = 1; i < values.size(); i++) {
            if (values.node().get(i - 1).asLong() > values.node().get(i).asLong()) {
                values.invalid("must be ordered");
                return;
            }
        }
    }
}
