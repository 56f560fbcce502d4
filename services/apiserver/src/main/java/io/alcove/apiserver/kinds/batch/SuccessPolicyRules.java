package io.alcove.apiserver.kinds.batch;

import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;

/** successPolicy of a Job. */
final class SuccessPolicyRules {

    private static final int MAX_RULES = 20;
    private static final int MAX_INDEXES = 64 * 1024;

    private SuccessPolicyRules() {}

    static void check(Inspection spec) {
        Inspection policy = spec.field("successPolicy");
        if (!policy.isPresent()) {
            return;
        }
        if (!spec.field("completionMode").is("Indexed")) {
            policy.invalidAs("obatch.SuccessPolicy", "requires indexed completion mode");
            return;
        }
        Inspection rules = policy.field("rules");
        rules.required("at least one rules must be specified when the successPolicy is specified");
        FailurePolicyRules.tooMany(rules, MAX_RULES);
        if (spec.field("completions").isPresent()) {
            long completions = spec.field("completions").number();
            rules.each(rule -> rule(rule, completions));
        }
    }

    private static void rule(Inspection rule, long completions) {
        Inspection count = rule.field("succeededCount");
        Inspection indexes = rule.field("succeededIndexes");
        if (!count.isPresent() && !indexes.isPresent()) {
            rule.missing("at least one of succeededCount or succeededIndexes must be specified");
        }
        long total = 0;
        if (indexes.isPresent()) {
            if (Bytes.length(indexes.text()) > MAX_INDEXES) {
                indexes.tooLong(MAX_INDEXES);
            }
            JobIndexes parsed = JobIndexes.parse(indexes.text(), completions);
            total = parsed.total();
            if (!parsed.problem().isEmpty()) {
                indexes.invalid("error parsing succeededIndexes: " + parsed.problem());
            }
        }
        if (!count.isPresent()) {
            return;
        }
        count.nonNegative();
        if (count.number() > completions) {
            count.invalid(
                    "must be less than or equal to %d (the number of specified completions)"
                            .formatted(completions));
        }
        if (indexes.isPresent() && count.number() > total) {
            count.invalid(
                    "must be less than or equal to %d (the number of indexes in the specified succeededIndexes field)"
                            .formatted(total));
        }
    }
}
