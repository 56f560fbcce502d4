package io.alcove.apiserver.kinds.batch;

import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.DomainPaths;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** spec of a Job, by itself or as the template of a CronJob. */
final class JobSpecRules {

    private static final List<String> COUNTS =
            List.of(
                    "parallelism",
                    "completions",
                    "activeDeadlineSeconds",
                    "backoffLimit",
                    "ttlSecondsAfterFinished",
                    "backoffLimitPerIndex",
                    "maxFailedIndexes");
    private static final List<String> MODES = List.of("NonIndexed", "Indexed");
    private static final List<String> RESTART = List.of("OnFailure", "Never");
    private static final List<String> REPLACEMENT = List.of("Failed", "TerminatingOrFailed");
    private static final int MANY = 100_000;
    private static final int LIMIT_OF_MANY = 10_000;
    private static final int MAX_MANAGED_BY = 63;

    private JobSpecRules() {}

    static void check(Inspection spec) {
        COUNTS.forEach(count -> spec.field(count).nonNegative());
        if (spec.field("maxFailedIndexes").isPresent()
                && !spec.field("backoffLimitPerIndex").isPresent()) {
            spec.field("backoffLimitPerIndex").missing("when maxFailedIndexes is specified");
        }
        if (spec.field("managedBy").isPresent()) {
            managedBy(spec.field("managedBy"));
        }
        mode(spec);
        FailurePolicyRules.check(spec);
        SuccessPolicyRules.check(spec);
        replacement(spec);
        PodTemplateRules.check(spec.field("template"));
        restartPolicy(spec);
    }

    private static void managedBy(Inspection manager) {
        DomainPaths.check(manager);
        if (Bytes.length(manager.text()) > MAX_MANAGED_BY) {
            manager.tooLong(MAX_MANAGED_BY);
        }
    }

    private static void mode(Inspection spec) {
        Inspection mode = spec.field("completionMode");
        mode.oneOf(MODES);
        if (mode.is("Indexed")) {
            indexed(spec);
        }
        if (!mode.isPresent() || mode.is("NonIndexed")) {
            for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
                if (spec.field(field).isPresent()) {
                    spec.field(field).invalid("requires indexed completion mode");
                }
            }
        }
    }

    private static void indexed(Inspection spec) {
        Inspection completions = spec.field("completions");
        Inspection parallelism = spec.field("parallelism");
        Inspection failed = spec.field("maxFailedIndexes");
        if (!completions.isPresent()) {
            completions.missing("when completion mode is Indexed");
        }
        if (parallelism.number() > MANY) {
            parallelism.invalid(
                    "must be less than or equal to 100000 when completion mode is Indexed");
        }
        if (completions.isPresent() && failed.number() > completions.number()) {
            failed.invalid("must be less than or equal to completions");
        }
        if (failed.number() > MANY) {
            failed.invalid("must be less than or equal to 100000");
        }
        if (completions.number() > MANY && spec.field("backoffLimitPerIndex").isPresent()) {
            if (!failed.isPresent()) {
                failed.missing("must be specified when completions is above 100000");
            }
            atMostLimitOfMany(parallelism);
            atMostLimitOfMany(failed);
        }
    }

    private static void atMostLimitOfMany(Inspection count) {
        if (count.number() > LIMIT_OF_MANY) {
            count.invalid(
                    "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index");
        }
    }

    private static void replacement(Inspection spec) {
        boolean withPolicy = spec.field("podFailurePolicy").isPresent();
        spec.field("podReplacementPolicy").oneOf(withPolicy ? List.of("Failed") : REPLACEMENT);
    }

    private static void restartPolicy(Inspection spec) {
        Inspection policy = spec.at("template", "spec", "restartPolicy");
        if (!policy.isGiven() || policy.is("Always")) {
            policy.missing("valid values: \"OnFailure\", \"Never\"");
        } else if (!RESTART.contains(policy.text())) {
            policy.notSupported(RESTART);
        } else if (spec.field("podFailurePolicy").isPresent() && !policy.is("Never")) {
            policy.invalid("only \"Never\" is supported when podFailurePolicy is specified");
        }
    }
}
