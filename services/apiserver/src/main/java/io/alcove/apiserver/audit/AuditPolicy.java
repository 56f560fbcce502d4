package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Set;

/** Rules in order; the first that fits decides, and what none fits is not told. */
public record AuditPolicy(List<AuditRule> rules) {

    static final AuditDecision NOTHING = new AuditDecision(Level.NONE, Set.of(), false);

    AuditDecision decide(UserInfo user, RequestInfo info) {
        for (AuditRule rule : rules) {
            if (rule.matches(user, info)) {
                return rule.decision();
            }
        }
        return NOTHING;
    }
}
