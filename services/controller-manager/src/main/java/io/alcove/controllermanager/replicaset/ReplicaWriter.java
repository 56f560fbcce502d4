package io.alcove.controllermanager.replicaset;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.controller.Expectations;
import io.alcove.controllermanager.pod.PodControl;
import io.alcove.controllermanager.pod.PodTemplate;
import io.alcove.controllermanager.pod.SlowStart;
import java.util.List;
import java.util.Optional;

/** Carries out a plan, and expects to see of it what succeeded. */
record ReplicaWriter(PodControl control, Expectations<ObjectName> expectations) {

    /** The first failure, where there was one. */
    Optional<RuntimeException> carryOut(ApiObject replicaSet, ReplicaPlan plan) {
        return switch (plan) {
            case ReplicaPlan.Keep() -> Optional.empty();
            case ReplicaPlan.Create(int count) -> create(replicaSet, count);
            case ReplicaPlan.Delete(List<ApiObject> pods) -> delete(replicaSet, pods);
        };
    }

    private Optional<RuntimeException> create(ApiObject replicaSet, int count) {
        ObjectName key = replicaSet.objectName();
        expectations.expectCreations(key, count);
        SlowStart.Outcome outcome =
                SlowStart.run(count, () -> control.create(replicaSet, PodTemplate.pod(replicaSet)));
        for (int i = outcome.successes(); i < count; i++) {
            expectations.creationObserved(key);
        }
        return outcome.failure();
    }

    private Optional<RuntimeException> delete(ApiObject replicaSet, List<ApiObject> pods) {
        expectations.expectDeletions(
                replicaSet.objectName(), pods.stream().map(ApiObject::uid).toList());
        Optional<RuntimeException> failure = Optional.empty();
        for (ApiObject pod : pods) {
            try {
                control.delete(replicaSet, pod);
            } catch (StatusException e) {
                expectations.deletionObserved(replicaSet.objectName(), pod.uid());
                if (!e.is(StatusReason.NOT_FOUND)) {
                    failure = failure.or(() -> Optional.of(e));
                }
            }
        }
        return failure;
    }
}
