package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** When a container starts again: its own policy, and rules by exit codes. */
final class RestartRules {

    static final List<String> SIDECAR_ONLY =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

    private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
    private static final List<String> ACTIONS = List.of("Restart", "RestartAllContainers");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final int MAX_RULES = 20;
    private static final int MAX_EXIT_CODES = 255;

    private RestartRules() {}

    static void container(Inspection container) {
        Inspection policy = container.field("restartPolicy");
        Inspection rules = container.field("restartPolicyRules");
        if (policy.isPresent()) {
            policy.oneOf(POLICIES);
        } else if (rules.size() > 0) {
            policy.missing("must specify restartPolicy when restart rules are used");
        }
        tooMany(rules, MAX_RULES);
        rules.each(RestartRules::rule);
    }

    static void init(Inspection init) {
        Inspection policy = init.field("restartPolicy");
        if (policy.isPresent()) {
            container(init);
        } else if (init.field("restartPolicyRules").size() > 0) {
            policy.missing("must specify restartPolicy when restart rules are used");
        }
    }

    private static void rule(Inspection rule) {
        rule.field("action").supports(ACTIONS);
        Inspection codes = rule.field("exitCodes");
        if (codes.isPresent()) {
            codes.field("operator").supports(OPERATORS);
            tooMany(codes.field("values"), MAX_EXIT_CODES);
        } else {
            codes.missing("must be specified");
        }
    }

    private static void tooMany(Inspection list, int limit) {
        if (list.size() > limit) {
            list.add(StatusCause.tooMany(list.path(), list.size(), limit));
        }
    }
}
