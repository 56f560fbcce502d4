package io.alcove.apiserver.kinds.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** status of a Job: most rules look only at what the update changes. */
final class JobStatusRules {

    private static final List<String> TERMINAL = List.of("Failed", "Complete", "FailureTarget");

    private final Inspection status;
    private final JsonNode now;
    private final JsonNode before;
    private final JsonNode spec;
    private final boolean complete;
    private final boolean failed;
    private final boolean criteriaMet;
    private final boolean failureTarget;
    private final boolean finished;

    private JobStatusRules(Inspection job, ApiObject old) {
        this.status = job.field("status");
        this.now = status.node();
        this.before = old.at("status");
        this.spec = job.node().path("spec");
        this.complete = JobValidation.isConditionTrue(now, "Complete");
        this.failed = JobValidation.isConditionTrue(now, "Failed");
        this.criteriaMet = JobValidation.isConditionTrue(now, "SuccessCriteriaMet");
        this.failureTarget = JobValidation.isConditionTrue(now, "FailureTarget");
        this.finished = JobValidation.isFinished(now);
    }

    static void check(Inspection job, ApiObject old) {
        JobStatusRules rules = new JobStatusRules(job, old);
        rules.counts();
        rules.conditions();
        rules.finished();
        rules.indexes();
        rules.criteria();
        rules.transitions();
    }

    private boolean changed(String field) {
        return !status.field(field).isSame(before.path(field));
    }

    private boolean conditionChanged(String type) {
        return JobValidation.isConditionTrue(now, type)
                != JobValidation.isConditionTrue(before, type);
    }

    private boolean finishedChanged() {
        return finished != JobValidation.isFinished(before);
    }

    private void condition(boolean wrong, String detail) {
        if (wrong) {
            status.field("conditions").invalidOmitted(detail);
        }
    }

    private void counts() {
        for (String count : List.of("active", "succeeded", "failed", "ready", "terminating")) {
            status.field(count).nonNegative();
        }
        Set<String> seen = new HashSet<>();
        for (String list : List.of("succeeded", "failed")) {
            status.at("uncountedTerminatedPods", list)
                    .each(
                            uid -> {
                                if (uid.text().isEmpty()) {
                                    uid.invalid("must not be empty");
                                } else if (!seen.add(uid.text())) {
                                    uid.duplicate();
                                }
                            });
        }
    }

    private void conditions() {
        boolean completeChanged = conditionChanged("Complete");
        Inspection completion = status.field("completionTime");
        boolean completionChanged = changed("completionTime");
        condition(
                (completeChanged || conditionChanged("Failed")) && complete && failed,
                "cannot set Complete=True and Failed=true conditions");
        condition(
                (completeChanged || conditionChanged("FailureTarget")) && complete && failureTarget,
                "cannot set Complete=True and FailureTarget=true conditions");
        if (completeChanged || completionChanged) {
            if (completion.isPresent() && !complete) {
                completion.invalid(
                        "cannot set completionTime when there is no Complete=True condition");
            }
            if (!completion.isPresent() && complete) {
                completion.missing("completionTime is required for Complete jobs");
            }
        }
        if ((changed("startTime") || completionChanged) && endsBeforeStart(completion)) {
            completion.invalid("must be equal to or after `startTime`");
        }
        condition(
                (conditionChanged("Failed") || changed("failedIndexes"))
                        && failed
                        && !failureTarget,
                "cannot set Failed=True condition without the FailureTarget=true condition");
        condition(
                (completeChanged || conditionChanged("SuccessCriteriaMet"))
                        && complete
                        && !criteriaMet,
                "cannot set Complete=True condition without the SuccessCriteriaMet=true condition");
    }

    /** Times are in one form, so that texts compare as the times do. */
    private boolean endsBeforeStart(Inspection completion) {
        Inspection start = status.field("startTime");
        return start.isPresent()
                && completion.isPresent()
                && completion.text().compareTo(start.text()) < 0;
    }

    private void finished() {
        if (!finished) {
            return;
        }
        Inspection active = status.field("active");
        if ((finishedChanged() || changed("active")) && active.number() > 0) {
            active.invalid("active>0 is invalid for finished job");
        }
        boolean neverStarts =
                spec.path("suspend").asBoolean()
                        && spec.path("completions").isNumber()
                        && spec.path("completions").asLong() == 0;
        Inspection start = status.field("startTime");
        if ((finishedChanged() || changed("startTime")) && !neverStarts && !start.isPresent()) {
            start.missing("startTime is required for finished job");
        }
        Inspection uncounted = status.field("uncountedTerminatedPods");
        boolean some = uncounted.field("failed").size() + uncounted.field("succeeded").size() > 0;
        if ((finishedChanged() || changed("uncountedTerminatedPods")) && some) {
            uncounted.invalidAs(
                    "*obatch.UncountedTerminatedPods", "must be empty for finished job");
        }
    }

    private void indexes() {
        Inspection completed = status.field("completedIndexes");
        Inspection failedIndexes = status.field("failedIndexes");
        boolean completedChanged = changed("completedIndexes");
        boolean failedChanged = changed("failedIndexes");
        boolean counted = spec.path("completions").isNumber();
        boolean perIndex = spec.path("backoffLimitPerIndex").isNumber();
        long completions = spec.path("completions").asLong();
        JobIndexes done = JobIndexes.parse(completed.text(), completions);
        JobIndexes lost = JobIndexes.parse(failedIndexes.text(), completions);
        if (completedChanged && counted && !done.problem().isEmpty()) {
            completed.invalid("error parsing completedIndexes: " + done.problem());
        }
        if (failedChanged && counted && perIndex && !lost.problem().isEmpty()) {
            failedIndexes.invalid("error parsing failedIndexes: " + lost.problem());
        }
        boolean indexed = spec.path("completionMode").asText("").equals("Indexed");
        if (completedChanged && completed.isGiven() && !indexed) {
            completed.invalid(
                    "cannot set non-empty completedIndexes when non-indexed completion mode");
        }
        if (failedChanged && !perIndex && failedIndexes.isPresent()) {
            failedIndexes.invalid(
                    "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
        }
        long both = JobIndexes.overlap(done, lost);
        if ((failedChanged || completedChanged) && counted && both >= 0) {
            failedIndexes.invalid("failedIndexes and completedIndexes overlap at index: " + both);
        }
    }

    private void criteria() {
        Inspection terminating = status.field("terminating");
        if ((finishedChanged() || changed("terminating")) && finished && terminating.number() > 0) {
            terminating.invalid("terminating>0 is invalid for finished job");
        }
        Inspection ready = status.field("ready");
        if ((changed("ready") || changed("active"))
                && ready.number() > status.field("active").number()) {
            ready.invalid("cannot set more ready pods than active");
        }
        condition(
                criteriaMet && failed,
                "cannot set SuccessCriteriaMet=True and Failed=true conditions");
        condition(
                criteriaMet && failureTarget,
                "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions");
        condition(
                spec.has("successPolicy") && !criteriaMet && complete,
                "cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True");
    }

    private void transitions() {
        for (String type : TERMINAL) {
            condition(
                    JobValidation.isConditionTrue(before, type)
                            && !JobValidation.isConditionTrue(now, type),
                    "cannot disable the terminal " + type + "=True condition");
        }
        onlyGrows("failed", true);
        boolean elastic =
                spec.path("completionMode").asText("").equals("Indexed")
                        && spec.path("completions").equals(spec.path("parallelism"));
        onlyGrows("succeeded", !elastic);
        Inspection completion = status.field("completionTime");
        if (completion.isPresent() && before.has("completionTime") && changed("completionTime")) {
            completion.invalid(Inspection.IMMUTABLE);
        }
        Inspection start = status.field("startTime");
        boolean resuming =
                JobValidation.isConditionTrue(before, "Suspended")
                        && JobValidation.hasCondition(now, "Suspended", "False");
        if (changed("startTime")
                && !resuming
                && before.has("startTime")
                && !spec.path("suspend").asBoolean()) {
            start.invalid("field is immutable for unsuspended job once set");
        }
        boolean met = JobValidation.isConditionTrue(before, "SuccessCriteriaMet");
        condition(met && !criteriaMet, "cannot disable the SuccessCriteriaMet=True condition");
        condition(
                JobValidation.isConditionTrue(before, "Complete") && !met && criteriaMet,
                "cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions");
    }

    private void onlyGrows(String counter, boolean applies) {
        Inspection count = status.field(counter);
        if (applies && count.number() < before.path(counter).asLong()) {
            count.invalid(count.numberValue(), "cannot decrease the " + counter + " counter");
        }
    }
}
