package io.alcove.controllermanager.replicaset;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.controllermanager.controller.Condition;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.Counts;
import io.alcove.controllermanager.pod.PodState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ReplicaSet's status, from its pods. */
final class ReplicaSetStatus {

    private static final String FAILURE = "ReplicaFailure";

    private ReplicaSetStatus() {}

    /**
     * The ReplicaSet with its new status; empty where nothing changed.
     *
     * @param failure why pods could not be created or deleted
     */
    static Optional<ApiObject> update(
            ApiObject replicaSet,
            List<ApiObject> active,
            int terminating,
            Optional<String> failure,
            Instant now) {
        ApiObject updated = replicaSet.copy();
        LabelSelector template =
                LabelSelector.of(replicaSet.textMap("spec", "template", "metadata", "labels"));
        Duration minReady = minReady(replicaSet);
        List<PodState> pods = active.stream().map(PodState::new).toList();
        Counts counts =
                new Counts(updated.with("status"))
                        .put("fullyLabeledReplicas", count(active, template))
                        .put("readyReplicas", pods.stream().filter(PodState::isReady).count())
                        .put(
                                "availableReplicas",
                                pods.stream().filter(p -> p.isAvailable(minReady, now)).count())
                        .put("observedGeneration", replicaSet.generation());
        counts.status().put("replicas", active.size()).put("terminatingReplicas", terminating);
        setFailure(new Conditions(updated, now), replicaSet, active.size(), failure);
        return isSame(replicaSet, updated) ? Optional.empty() : Optional.of(updated);
    }

    static Duration minReady(ApiObject replicaSet) {
        return Duration.ofSeconds(replicaSet.at("spec", "minReadySeconds").asLong());
    }

    private static void setFailure(
            Conditions conditions, ApiObject replicaSet, int active, Optional<String> failure) {
        if (failure.isEmpty()) {
            conditions.remove(FAILURE);
        } else if (conditions.find(FAILURE).isEmpty()) {
            String reason =
                    active < ReplicaPlan.replicas(replicaSet) ? "FailedCreate" : "FailedDelete";
            conditions.set(new Condition(FAILURE, true, reason, failure.get()));
        }
    }

    private static long count(List<ApiObject> pods, LabelSelector selector) {
        return pods.stream().filter(pod -> selector.matches(pod.labels())).count();
    }

    private static boolean isSame(ApiObject before, ApiObject after) {
        return !Counts.differ(
                        before.copy().with("status"),
                        after.with("status"),
                        List.of(
                                "replicas",
                                "fullyLabeledReplicas",
                                "readyReplicas",
                                "availableReplicas",
                                "terminatingReplicas",
                                "observedGeneration"))
                && before.elements("status", "conditions")
                        .equals(after.elements("status", "conditions"));
    }
}
