package io.alcove.apiserver.kinds.batch;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** CronJobs. */
public final class CronJobValidation implements Validation {

    private static final List<String> POLICIES = List.of("Allow", "Forbid", "Replace");

    /** The names of its Jobs have eleven characters more. */
    private static final int MAX_NAME = 52;

    @Override
    public void check(Inspection cronJob) {
        spec(cronJob.field("spec"), false, true);
        Inspection name = cronJob.at("metadata", "name");
        if (Bytes.length(name.text()) > MAX_NAME) {
            name.invalid("must be no more than 52 characters");
        }
    }

    @Override
    public void checkUpdate(Inspection cronJob, ApiObject old) {
        Inspection spec = cronJob.field("spec");
        boolean hadZone = old.text("spec", "schedule").contains("TZ");
        spec(spec, hadZone, !spec.field("timeZone").isSame(old.at("spec", "timeZone")));
    }

    private static void spec(Inspection spec, boolean hadZone, boolean zoneChanged) {
        if (spec.field("schedule").required()) {
            schedule(spec, hadZone);
        }
        spec.field("startingDeadlineSeconds").nonNegative();
        if (zoneChanged) {
            TimeZoneRules.check(spec.field("timeZone"));
        }
        spec.field("concurrencyPolicy").requiredOneOf(POLICIES);
        jobTemplate(spec.field("jobTemplate"));
        spec.field("successfulJobsHistoryLimit").nonNegative();
        spec.field("failedJobsHistoryLimit").nonNegative();
    }

    private static void schedule(Inspection spec, boolean hadZone) {
        Inspection schedule = spec.field("schedule");
        CronSchedule.problem(schedule.text()).ifPresent(schedule::invalid);
        if (schedule.text().contains("TZ")) {
            if (!hadZone) {
                schedule.invalid(
                        "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
            } else if (spec.field("timeZone").isPresent()) {
                schedule.invalid("cannot use both timeZone field and TZ or CRON_TZ in schedule");
            }
        }
    }

    private static void jobTemplate(Inspection template) {
        Inspection spec = template.field("spec");
        JobSpecRules.check(spec);
        if (spec.field("selector").isPresent()) {
            spec.field("selector")
                    .invalidAs("*ov1.LabelSelector", "`selector` will be auto-generated");
        }
        if (spec.field("manualSelector").isTrue()) {
            spec.field("manualSelector").notSupported(List.of("nil", "false"));
        }
    }
}
