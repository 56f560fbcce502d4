package io.alcove.controllermanager.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.PatchType;
import io.alcove.client.controller.Expectations;
import io.alcove.controllermanager.pod.DeletionRanking;
import io.alcove.controllermanager.pod.PodControl;
import io.alcove.controllermanager.pod.PodTemplate;
import io.alcove.controllermanager.pod.SlowStart;
import java.time.Instant;
import java.util.List;

/** Makes a Job's pods, deletes them, and lets finished ones go once they are counted. */
record JobPods(PodControl control, Expectations<ObjectName> expectations) {

    private static final int BURST = 500;

    void scale(ApiObject job, List<ApiObject> active, int wanted) {
        int missing = Math.max(0, wanted) - active.size();
        if (missing < 0) {
            delete(job, DeletionRanking.first(-missing, active, List.of(), Instant.EPOCH));
        } else if (missing > 0) {
            create(job, Math.min(missing, BURST));
        }
    }

    void delete(ApiObject job, List<ApiObject> pods) {
        expectations.expectDeletions(job.objectName(), pods.stream().map(ApiObject::uid).toList());
        for (ApiObject pod : pods) {
            try {
                // uncounted: it neither succeeded nor failed
                untrack(pod);
                control.delete(job, pod);
            } catch (StatusException e) {
                expectations.deletionObserved(job.objectName(), pod.uid());
                if (!e.is(StatusReason.NOT_FOUND)) {
                    throw e;
                }
            }
        }
    }

    void untrack(ApiObject pod) {
        ArrayNode finalizers = JsonNodeFactory.instance.arrayNode();
        pod.finalizers().stream().filter(f -> !f.equals(Tally.FINALIZER)).forEach(finalizers::add);
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata")
                .put("uid", pod.uid())
                .put("resourceVersion", pod.resourceVersion())
                .set("finalizers", finalizers);
        try {
            control.pods().patch(pod.objectName(), PatchType.MERGE, patch);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    private void create(ApiObject job, int count) {
        expectations.expectCreations(job.objectName(), count);
        SlowStart.Outcome outcome = SlowStart.run(count, () -> control.create(job, pod(job)));
        for (int i = outcome.successes(); i < count; i++) {
            expectations.creationObserved(job.objectName());
        }
        outcome.failure()
                .ifPresent(
                        failure -> {
                            throw failure;
                        });
    }

    private static ApiObject pod(ApiObject job) {
        ApiObject pod = PodTemplate.pod(job);
        pod.with("metadata").withArray("finalizers").add(Tally.FINALIZER);
        return pod;
    }
}
