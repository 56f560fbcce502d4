package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.isGiven;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The group batch. */
final class BatchDefaults {

    static final Map<String, List<Default>> TABLE =
            Map.of(
                    "batch.Job",
                    List.of(BatchDefaults::job),
                    "batch.CronJobSpec",
                    List.of(
                            set("concurrencyPolicy", "Allow"),
                            set("suspend", false),
                            set("successfulJobsHistoryLimit", 3),
                            set("failedJobsHistoryLimit", 1)),
                    "batch.PodFailurePolicyOnPodConditionsPattern",
                    List.of(set("status", "True")));

    private static final List<Default> JOB_SPEC =
            List.of(
                    when(isGiven("parallelism").negate(), set("completions", 1)),
                    set("parallelism", 1),
                    when(isGiven("backoffLimitPerIndex"), set("backoffLimit", Integer.MAX_VALUE)),
                    set("backoffLimit", 6),
                    set("completionMode", "NonIndexed"),
                    set("suspend", false),
                    when(isGiven("podFailurePolicy"), set("podReplacementPolicy", "Failed")),
                    set("podReplacementPolicy", "TerminatingOrFailed"),
                    set("manualSelector", false));

    private BatchDefaults() {}

    /** Not for the job template of a CronJob, which becomes a Job later. */
    private static void job(ObjectNode job) {
        ObjectNode spec = job.withObject("/spec");
        JOB_SPEC.forEach(each -> each.apply(spec));
        JsonNode labels = spec.at("/template/metadata/labels");
        if (!labels.isEmpty() && job.at("/metadata/labels").isEmpty()) {
            job.withObject("/metadata").set("labels", labels.deepCopy());
        }
    }
}
