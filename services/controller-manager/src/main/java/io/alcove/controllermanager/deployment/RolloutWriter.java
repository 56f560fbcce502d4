package io.alcove.controllermanager.deployment;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ResourceClient;
import io.alcove.client.event.EventRecorder;
import io.alcove.controllermanager.controller.NamespaceEnd;
import io.alcove.controllermanager.controller.Resources;
import java.time.Clock;

/** Carries out a rollout's steps; what they come to is noted in the Deployment given. */
record RolloutWriter(
        ResourceClient deployments,
        ResourceClient replicaSets,
        EventRecorder recorder,
        Clock clock) {

    private static final String SCALING = "ScalingReplicaSet";
    private static final int MAX_NAME = 253;

    /** Creates the ReplicaSet of the Deployment's template. */
    void create(ApiObject deployment, Rollout rollout, int replicas) {
        ApiObject replicaSet = replicaSet(deployment, rollout, replicas);
        try {
            ApiObject created = replicaSets.create(replicaSet);
            if (replicas > 0) {
                scaled(deployment, "up", created.name(), 0, replicas);
            }
            progress(
                    deployment,
                    rollout,
                    "True",
                    "NewReplicaSetCreated",
                    "Created new replica set \"" + created.name() + "\"");
        } catch (StatusException e) {
            refused(deployment, rollout, replicaSet, e);
        }
    }

    void scale(ApiObject deployment, RolloutSpec spec, Rollout.Scale step) {
        int before = step.revision().replicas();
        ApiObject wanted = step.revision().scaled(step.replicas(), spec);
        if (before == step.replicas()
                && (!step.always()
                        || wanted.annotations()
                                .equals(step.revision().replicaSet().annotations()))) {
            return;
        }
        ApiObject updated = replicaSets.update(wanted);
        if (before != step.replicas()) {
            String direction = before < step.replicas() ? "up" : "down";
            scaled(deployment, direction, updated.name(), before, step.replicas());
        }
    }

    void delete(Revision revision) {
        try {
            replicaSets.delete(revision.replicaSet().objectName(), DeleteOptions.background());
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    private void scaled(ApiObject deployment, String direction, String name, int from, int to) {
        recorder.normal(
                deployment,
                SCALING,
                "Scaled " + direction + " replica set " + name + " from " + from + " to " + to);
    }

    private void refused(
            ApiObject deployment, Rollout rollout, ApiObject replicaSet, StatusException refusal) {
        if (refusal.is(StatusReason.ALREADY_EXISTS)) {
            ApiObject present = replicaSets.get(replicaSet.objectName());
            boolean mine =
                    present.controller().filter(o -> o.uid().equals(deployment.uid())).isPresent()
                            && TemplateHash.matches(deployment, present);
            if (mine) {
                // the cache has not seen it yet; its arrival wakes the Deployment
                return;
            }
            int collisions = deployment.at("status", "collisionCount").asInt();
            deployment.with("status").put("collisionCount", collisions + 1);
            deployments.updateStatus(deployment);
            throw refusal;
        }
        if (!NamespaceEnd.isReason(refusal)) {
            String message =
                    "Failed to create new replica set \""
                            + replicaSet.name()
                            + "\": "
                            + refusal.status().message();
            recorder.warning(deployment, "ReplicaSetCreateError", message);
            progress(deployment, rollout, "False", "ReplicaSetCreateError", message);
            deployments.updateStatus(deployment);
        }
        throw refusal;
    }

    private void progress(
            ApiObject deployment, Rollout rollout, String status, String reason, String message) {
        if (rollout.spec().progressDeadline().isPresent()) {
            new DeploymentConditions(deployment, clock.instant())
                    .set(DeploymentConditions.PROGRESSING, status, reason, message);
        }
    }

    private static ApiObject replicaSet(ApiObject deployment, Rollout rollout, int replicas) {
        String hash = TemplateHash.of(deployment);
        String name = deployment.name();
        int longest = MAX_NAME - 1 - hash.length();
        String stem = name.length() > longest ? name.substring(0, longest) : name;
        ApiObject replicaSet =
                ApiObject.of(
                        Resources.REPLICA_SET,
                        new ObjectName(deployment.namespace(), stem + "-" + hash));
        replicaSet
                .with("metadata")
                .putArray("ownerReferences")
                .add(OwnerReference.controllerOf(deployment).toNode());
        replicaSet.with("spec").put("replicas", replicas);
        replicaSet
                .with("spec")
                .put("minReadySeconds", deployment.at("spec", "minReadySeconds").asInt());
        for (String field : new String[] {"selector", "template"}) {
            replicaSet.with("spec").set(field, deployment.at("spec", field).deepCopy());
        }
        replicaSet.with("spec", "selector", "matchLabels").put(TemplateHash.LABEL, hash);
        replicaSet.with("spec", "template", "metadata", "labels").put(TemplateHash.LABEL, hash);
        replicaSet
                .with("metadata")
                .set("labels", replicaSet.at("spec", "template", "metadata", "labels").deepCopy());
        RevisionAnnotations.annotate(
                deployment, replicaSet, RevisionAnnotations.next(rollout.old()));
        Revision.annotateSize(replicaSet, rollout.spec());
        return replicaSet;
    }
}
