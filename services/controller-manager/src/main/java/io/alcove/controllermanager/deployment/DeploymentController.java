package io.alcove.controllermanager.deployment;

import static io.alcove.controllermanager.controller.Resources.DEPLOYMENTS;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.REPLICA_SETS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.event.EventRecorder;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Index;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.ownership.Claimer;
import io.alcove.controllermanager.pod.PodState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings Deployments to their template, step by step. */
public final class DeploymentController {

    private final Lister deployments;
    private final Lister replicaSets;
    private final Index podsByOwner;
    private final ResourceClient client;
    private final ResourceClient replicaSetClient;
    private final Claimer claimer;
    private final RolloutWriter writer;
    private final EventRecorder recorder;
    private final Clock clock;

    private DeploymentController(ControllerContext context) {
        deployments = context.informer(DEPLOYMENTS).lister();
        replicaSets = context.informer(REPLICA_SETS).lister();
        podsByOwner = context.informer(PODS).indexByOwnerUid();
        client = context.client(DEPLOYMENTS);
        replicaSetClient = context.client(REPLICA_SETS);
        claimer = new Claimer(client, replicaSetClient);
        recorder = context.recorder("deployment-controller");
        clock = context.clock();
        writer = new RolloutWriter(client, replicaSetClient, recorder, clock);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<ObjectName> queue = context.queue("deployment");
        DeploymentController controller = new DeploymentController(context);
        context.informer(DEPLOYMENTS).handler(ChangeHandler.onAny(d -> queue.add(d.objectName())));
        Wakeups wakeups = new Wakeups(controller.deployments, controller.replicaSets, queue);
        context.informer(REPLICA_SETS).handler(wakeups);
        context.informer(PODS).handler(wakeups.ofPods());
        return Controller.of(context.loop("deployment", queue, controller::reconcile));
    }

    private Result reconcile(ObjectName name) {
        Optional<ApiObject> found = deployments.get(name);
        if (found.isEmpty()) {
            return Result.DONE;
        }
        // never the cache's own: conditions are noted in it on the way
        ApiObject observed = found.get();
        ApiObject deployment = observed.copy();
        if (deployment.at("spec", "selector").isEmpty()) {
            recorder.warning(
                    deployment,
                    "SelectingAll",
                    "This deployment is selecting all pods. A non-empty selector is required.");
            return Result.DONE;
        }
        Rollout rollout = observe(deployment);
        if (!deployment.isBeingDeleted()) {
            notePause(deployment, rollout.spec());
            advance(deployment, rollout);
        }
        ApiObject updated = DeploymentStatus.update(deployment, rollout, clock.instant());
        if (!updated.at("status").toString().equals(observed.at("status").toString())
                || !updated.annotations().equals(observed.annotations())) {
            client.updateStatus(updated);
            return Result.DONE;
        }
        return DeploymentStatus.untilDeadline(updated, rollout.spec(), clock.instant())
                .map(Result::after)
                .orElse(Result.DONE);
    }

    private Rollout observe(ApiObject deployment) {
        LabelSelector selector = LabelSelector.of(deployment.at("spec", "selector"));
        List<Revision> revisions =
                new ArrayList<>(
                        claimer
                                .claim(
                                        deployment,
                                        selector,
                                        replicaSets.list(deployment.namespace()))
                                .stream()
                                .map(Revision::new)
                                .sorted(Revision.OLDEST_FIRST)
                                .toList());
        Optional<Revision> current =
                revisions.stream()
                        .filter(r -> TemplateHash.matches(deployment, r.replicaSet()))
                        .findFirst();
        current.ifPresent(revisions::remove);
        return new Rollout(
                RolloutSpec.of(deployment),
                current,
                revisions,
                revisions.stream().anyMatch(this::runs));
    }

    private boolean runs(Revision revision) {
        return podsByOwner.get(revision.replicaSet().uid()).stream()
                .anyMatch(pod -> !new PodState(pod).isFinished());
    }

    private void advance(ApiObject deployment, Rollout rollout) {
        if (rollout.current().isPresent() && repaired(deployment, rollout)) {
            return;
        }
        for (Rollout.Step step : rollout.next()) {
            switch (step) {
                case Rollout.CreateCurrent(int replicas) ->
                        writer.create(deployment, rollout, replicas);
                case Rollout.Scale scale -> writer.scale(deployment, rollout.spec(), scale);
            }
        }
        if (rollout.spec().paused() || DeploymentStatus.isComplete(deployment, rollout.spec())) {
            rollout.expired().forEach(writer::delete);
        }
    }

    /** Whether the current ReplicaSet had to be written, which wakes the Deployment again. */
    private boolean repaired(ApiObject deployment, Rollout rollout) {
        Revision current = rollout.current().orElseThrow();
        Optional<ApiObject> repaired =
                RevisionAnnotations.repaired(
                        deployment, current, RevisionAnnotations.next(rollout.old()));
        repaired.ifPresent(replicaSetClient::update);
        deployment
                .with("metadata", "annotations")
                .put(
                        Revision.NUMBER,
                        repaired.orElse(current.replicaSet())
                                .annotation(Revision.NUMBER)
                                .orElse("1"));
        DeploymentConditions conditions = new DeploymentConditions(deployment, clock.instant());
        if (rollout.spec().progressDeadline().isPresent()
                && conditions.find(DeploymentConditions.PROGRESSING).isEmpty()) {
            conditions.set(
                    DeploymentConditions.PROGRESSING,
                    "True",
                    "FoundNewReplicaSet",
                    "Found new replica set \"" + current.name() + "\"");
        }
        return repaired.isPresent();
    }

    /** A pause stops the clock of the deadline. */
    private void notePause(ApiObject deployment, RolloutSpec spec) {
        DeploymentConditions conditions = new DeploymentConditions(deployment, clock.instant());
        String reason = conditions.reason(DeploymentConditions.PROGRESSING);
        if (spec.progressDeadline().isEmpty() || reason.equals("ProgressDeadlineExceeded")) {
            return;
        }
        if (spec.paused()) {
            conditions.set(
                    DeploymentConditions.PROGRESSING,
                    "Unknown",
                    "DeploymentPaused",
                    "Deployment is paused");
        } else if (reason.equals("DeploymentPaused")) {
            conditions.set(
                    DeploymentConditions.PROGRESSING,
                    "Unknown",
                    "DeploymentResumed",
                    "Deployment is resumed");
        }
    }
}
