package io.alcove.controllermanager.deployment;

import static io.alcove.controllermanager.deployment.DeploymentConditions.AVAILABLE;
import static io.alcove.controllermanager.deployment.DeploymentConditions.PROGRESSING;
import static io.alcove.controllermanager.deployment.DeploymentConditions.REPLICA_FAILURE;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.controller.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Deployment's status, from its ReplicaSets. */
final class DeploymentStatus {

    private static final String COMPLETE = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";

    private final ApiObject before;
    private final ApiObject after;
    private final Rollout rollout;
    private final DeploymentConditions conditions;
    private final Instant now;

    private DeploymentStatus(ApiObject deployment, Rollout rollout, Instant now) {
        this.before = deployment;
        this.after = deployment.copy();
        this.rollout = rollout;
        this.conditions = new DeploymentConditions(after, now);
        this.now = now;
    }

    /** The Deployment with its new status. */
    static ApiObject update(ApiObject deployment, Rollout rollout, Instant now) {
        return new DeploymentStatus(deployment, rollout, now).updated();
    }

    /** When it is to be looked at again, lest its deadline goes by unseen. */
    static Optional<Duration> untilDeadline(ApiObject deployment, RolloutSpec spec, Instant now) {
        DeploymentConditions conditions = new DeploymentConditions(deployment, now);
        Optional<JsonNode> progressing = conditions.find(PROGRESSING);
        String reason = conditions.reason(PROGRESSING);
        if (progressing.isEmpty() || reason.equals(COMPLETE) || reason.equals(TIMED_OUT)) {
            return Optional.empty();
        }
        Instant confirmed = Instant.parse(progressing.get().path("lastUpdateTime").asText());
        return spec.progressDeadline()
                .map(deadline -> Duration.between(now, confirmed.plus(deadline)).plusSeconds(1))
                .map(left -> left.isPositive() ? left : Duration.ofSeconds(1));
    }

    static boolean isComplete(ApiObject deployment, RolloutSpec spec) {
        return count(deployment, "updatedReplicas") == spec.replicas()
                && count(deployment, "replicas") == spec.replicas()
                && count(deployment, "availableReplicas") == spec.replicas()
                && deployment.at("status", "observedGeneration").asLong()
                        >= deployment.generation();
    }

    private ApiObject updated() {
        List<Revision> all = rollout.all();
        int available = Revision.sum(all, Revision::available);
        Counts counts =
                new Counts(after.with("status"))
                        .put("observedGeneration", before.generation())
                        .put("replicas", Revision.sum(all, Revision::actual))
                        .put("updatedReplicas", rollout.current().map(Revision::actual).orElse(0))
                        .put("readyReplicas", Revision.sum(all, Revision::ready))
                        .put("availableReplicas", available)
                        .put(
                                "unavailableReplicas",
                                Math.max(0, Revision.sum(all, Revision::replicas) - available));
        counts.status().put("terminatingReplicas", Revision.sum(all, Revision::terminating));
        setAvailable(available);
        if (!rollout.spec().paused() && !rollout.isScaling() && !before.isBeingDeleted()) {
            setProgress();
            setFailure(all);
        }
        return after;
    }

    private void setAvailable(int available) {
        if (available >= rollout.spec().minAvailable()) {
            conditions.set(
                    AVAILABLE,
                    "True",
                    "MinimumReplicasAvailable",
                    "Deployment has minimum availability.");
        } else {
            conditions.set(
                    AVAILABLE,
                    "False",
                    "MinimumReplicasUnavailable",
                    "Deployment does not have minimum availability.");
        }
    }

    private void setProgress() {
        RolloutSpec spec = rollout.spec();
        if (spec.progressDeadline().isEmpty()) {
            conditions.remove(PROGRESSING);
            return;
        }
        boolean wasComplete =
                count(after, "replicas") == count(after, "updatedReplicas")
                        && conditions.reason(PROGRESSING).equals(COMPLETE);
        if (wasComplete) {
            return;
        }
        if (isComplete(after, spec)) {
            conditions.set(
                    PROGRESSING, "True", COMPLETE, subject() + " has successfully progressed.");
        } else if (hasProgressed()) {
            conditions.confirm(
                    PROGRESSING, "True", "ReplicaSetUpdated", subject() + " is progressing.");
        } else if (hasTimedOut(spec.progressDeadline().get())) {
            conditions.set(
                    PROGRESSING, "False", TIMED_OUT, subject() + " has timed out progressing.");
        }
    }

    private boolean hasProgressed() {
        int oldBefore = count(before, "replicas") - count(before, "updatedReplicas");
        int oldAfter = count(after, "replicas") - count(after, "updatedReplicas");
        return oldAfter < oldBefore
                || grew("updatedReplicas")
                || grew("readyReplicas")
                || grew("availableReplicas");
    }

    private boolean grew(String field) {
        return count(after, field) > count(before, field);
    }

    private boolean hasTimedOut(Duration deadline) {
        Optional<JsonNode> progressing = conditions.find(PROGRESSING);
        if (progressing.isEmpty() || conditions.reason(PROGRESSING).equals(COMPLETE)) {
            return false;
        }
        Instant confirmed = Instant.parse(progressing.get().path("lastUpdateTime").asText());
        return conditions.reason(PROGRESSING).equals(TIMED_OUT)
                || confirmed.plus(deadline).isBefore(now);
    }

    /** Of several failures the current ReplicaSet's, else the first. */
    private void setFailure(List<Revision> all) {
        List<Revision> inOrder = rollout.current().map(c -> List.of(c)).orElse(List.of());
        Optional<JsonNode> failure =
                Stream.concat(inOrder.stream(), all.stream())
                        .flatMap(r -> r.replicaSet().elements("status", "conditions").stream())
                        .filter(c -> c.path("type").asText().equals(REPLICA_FAILURE))
                        .findFirst();
        if (failure.isPresent()) {
            conditions.set(
                    REPLICA_FAILURE,
                    failure.get().path("status").asText(),
                    failure.get().path("reason").asText(),
                    failure.get().path("message").asText());
        } else {
            conditions.remove(REPLICA_FAILURE);
        }
    }

    private String subject() {
        return rollout.current()
                .map(r -> "ReplicaSet \"" + r.name() + "\"")
                .orElse("Deployment \"" + before.name() + "\"");
    }

    private static int count(ApiObject deployment, String field) {
        return deployment.at("status", field).asInt();
    }
}
