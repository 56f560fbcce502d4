package io.alcove.controllermanager.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.controller.Counts;
import io.alcove.controllermanager.pod.PodState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts each finished pod once: its uid is written into the status before its finalizer goes, and
 * turned into a number after.
 */
final class Tally {

    static final String FINALIZER = "batch.kubernetes.io/job-tracking";

    private Tally() {}

    /** Brings the counts in the Job's status up to what its pods say. */
    static void count(ApiObject job, List<ApiObject> pods) {
        settle(job, pods, "succeeded");
        settle(job, pods, "failed");
        for (ApiObject pod : pods) {
            if (pod.finalizers().contains(FINALIZER)) {
                if (pod.text("status", "phase").equals("Succeeded")) {
                    note(job, "succeeded", pod.uid());
                } else if (isFailed(pod)) {
                    note(job, "failed", pod.uid());
                }
            }
        }
        List<PodState> active = active(pods).stream().map(PodState::new).toList();
        ObjectNode status = job.with("status");
        new Counts(status).put("active", active.size());
        status.put("ready", active.stream().filter(PodState::isReady).count());
        status.put("terminating", terminating(pods));
    }

    static List<ApiObject> active(List<ApiObject> pods) {
        return pods.stream().filter(pod -> new PodState(pod).isActive()).toList();
    }

    static long terminating(List<ApiObject> pods) {
        return pods.stream()
                .filter(pod -> pod.isBeingDeleted() && !new PodState(pod).isFinished())
                .count();
    }

    /** Those that the written status has, and that may therefore go. */
    static List<ApiObject> counted(ApiObject job, List<ApiObject> pods) {
        return pods.stream()
                .filter(pod -> pod.finalizers().contains(FINALIZER))
                .filter(
                        pod ->
                                uncounted(job, "succeeded").contains(pod.uid())
                                        || uncounted(job, "failed").contains(pod.uid()))
                .toList();
    }

    static int total(ApiObject job, String outcome) {
        return job.at("status", outcome).asInt() + uncounted(job, outcome).size();
    }

    static boolean isSettled(ApiObject job) {
        return uncounted(job, "succeeded").isEmpty() && uncounted(job, "failed").isEmpty();
    }

    /** A pod that is deleted may never get to say that it failed. */
    private static boolean isFailed(ApiObject pod) {
        return pod.text("status", "phase").equals("Failed") || pod.isBeingDeleted();
    }

    private static void settle(ApiObject job, List<ApiObject> pods, String outcome) {
        Map<String, ApiObject> byUid =
                pods.stream().collect(Collectors.toMap(ApiObject::uid, Function.identity()));
        List<String> still =
                uncounted(job, outcome).stream()
                        .filter(byUid::containsKey)
                        .filter(uid -> hasFinalizer(byUid, uid))
                        .toList();
        int settled = uncounted(job, outcome).size() - still.size();
        ObjectNode status = job.with("status");
        new Counts(status).put(outcome, status.path(outcome).asInt() + settled);
        ObjectNode lists = job.with("status", "uncountedTerminatedPods");
        lists.remove(outcome);
        if (!still.isEmpty()) {
            still.forEach(lists.putArray(outcome)::add);
        }
    }

    private static boolean hasFinalizer(Map<String, ApiObject> byUid, String uid) {
        ApiObject pod = byUid.get(uid);
        return pod != null && pod.finalizers().contains(FINALIZER);
    }

    private static void note(ApiObject job, String outcome, String uid) {
        if (!uncounted(job, outcome).contains(uid)) {
            ArrayNode list = job.with("status", "uncountedTerminatedPods").withArray(outcome);
            list.add(uid);
        }
    }

    private static List<String> uncounted(ApiObject job, String outcome) {
        return job.textList("status", "uncountedTerminatedPods", outcome);
    }
}
