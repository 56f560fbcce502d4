package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The rows of what runs pods. */
final class WorkloadCells {

    private static final List<String> JOB_STATES =
            List.of("Suspended", "FailureTarget", "SuccessCriteriaMet");

    private WorkloadCells() {}

    static void deployment(Cells row) {
        row.name().text(readyOfDesired(row.object()));
        row.number("status", "updatedReplicas").number("status", "availableReplicas").age();
        containers(row, row.object().at("spec", "template"));
        row.text(deploymentSelector(row.object().at("spec", "selector")));
    }

    static void statefulSet(Cells row) {
        row.name().text(readyOfDesired(row.object())).age();
        containers(row, row.object().at("spec", "template"));
    }

    static void replicaSet(Cells row) {
        replicas(row);
        row.text(Texts.selector(row.object().at("spec", "selector")));
    }

    static void replicationController(Cells row) {
        replicas(row);
        row.text(Texts.labels(row.object().at("spec", "selector")));
    }

    static void daemonSet(Cells row) {
        ApiObject set = row.object();
        row.name();
        row.number("status", "desiredNumberScheduled").number("status", "currentNumberScheduled");
        row.number("status", "numberReady").number("status", "updatedNumberScheduled");
        row.number("status", "numberAvailable");
        row.text(Texts.labels(set.at("spec", "template", "spec", "nodeSelector"))).age();
        containers(row, set.at("spec", "template"));
        row.text(Texts.selector(set.at("spec", "selector")));
    }

    static void job(Cells row) {
        ApiObject job = row.object();
        row.name().text(jobStatus(job)).text(completions(job)).text(jobDuration(row)).age();
        containers(row, job.at("spec", "template"));
        row.text(Texts.selector(job.at("spec", "selector")));
    }

    static void cronJob(Cells row) {
        ApiObject cronJob = row.object();
        row.name().text(cronJob.text("spec", "schedule")).text(Texts.NONE, "spec", "timeZone");
        JsonNode suspend = cronJob.at("spec", "suspend");
        row.text(suspend.isBoolean() ? (suspend.asBoolean() ? "True" : "False") : Texts.UNSET);
        row.number(cronJob.at("status", "active").size());
        String last = cronJob.text("status", "lastScheduleTime");
        row.text(last.isEmpty() ? Texts.NONE : row.since(last)).age();
        containers(row, cronJob.at("spec", "jobTemplate", "spec", "template"));
        row.text(Texts.selector(cronJob.at("spec", "jobTemplate", "spec", "selector")));
    }

    static void podTemplate(Cells row) {
        row.name();
        containers(row, row.object().at("template"));
        row.text(Texts.labels(row.object().at("template", "metadata", "labels")));
    }

    static void controllerRevision(Cells row) {
        row.name();
        row.text(row.object().controller().map(WorkloadCells::ownerName).orElse(Texts.NONE));
        row.number("revision").age();
    }

    private static String ownerName(OwnerReference owner) {
        String group = GroupVersionKind.of(owner.apiVersion(), owner.kind()).group();
        String kind = group.isEmpty() ? owner.kind() : owner.kind() + "." + group;
        return kind.toLowerCase(Locale.ROOT) + "/" + owner.name();
    }

    private static void replicas(Cells row) {
        row.name().number("spec", "replicas").number("status", "replicas");
        row.number("status", "readyReplicas").age();
        containers(row, row.object().at("spec", "template"));
    }

    private static void containers(Cells row, JsonNode template) {
        JsonNode containers = template.path("spec").path("containers");
        row.text(Texts.join(containers, "name")).text(Texts.join(containers, "image"));
    }

    private static String readyOfDesired(ApiObject object) {
        return object.at("status", "readyReplicas").asLong()
                + "/"
                + object.at("spec", "replicas").asLong();
    }

    /** Unlike other workloads', an empty one is printed as it is. */
    private static String deploymentSelector(JsonNode selector) {
        try {
            return LabelSelector.of(selector).toString();
        } catch (InvalidSelectorException _) {
            return "<invalid>";
        }
    }

    private static String completions(ApiObject job) {
        long succeeded = job.at("status", "succeeded").asLong();
        JsonNode wanted = job.at("spec", "completions");
        if (wanted.isNumber()) {
            return succeeded + "/" + wanted.asLong();
        }
        long parallelism = job.at("spec", "parallelism").asLong();
        return succeeded + "/1" + (parallelism > 1 ? " of " + parallelism : "");
    }

    private static String jobDuration(Cells row) {
        String start = row.object().text("status", "startTime");
        String end = row.object().text("status", "completionTime");
        if (start.isEmpty()) {
            return "";
        }
        Instant until = end.isEmpty() ? row.now() : Instant.parse(end);
        return HumanDuration.of(Duration.between(Instant.parse(start), until));
    }

    private static String jobStatus(ApiObject job) {
        JsonNode conditions = job.at("status", "conditions");
        if (Texts.isTrue(conditions, "Complete")) {
            return "Complete";
        }
        if (Texts.isTrue(conditions, "Failed")) {
            return "Failed";
        }
        if (job.isBeingDeleted()) {
            return "Terminating";
        }
        return JOB_STATES.stream()
                .filter(state -> Texts.isTrue(conditions, state))
                .findFirst()
                .orElse("Running");
    }
}
