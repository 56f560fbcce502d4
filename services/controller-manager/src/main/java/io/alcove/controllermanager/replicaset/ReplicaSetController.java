package io.alcove.controllermanager.replicaset;

import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.REPLICA_SET;
import static io.alcove.controllermanager.controller.Resources.REPLICA_SETS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Expectations;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Index;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.ownership.Claimer;
import io.alcove.controllermanager.pod.OwnedPods;
import io.alcove.controllermanager.pod.PodControl;
import io.alcove.controllermanager.pod.PodState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps as many pods as a ReplicaSet asks for, and its status. */
public final class ReplicaSetController {

    private final Lister replicaSets;
    private final Index byOwner;
    private final ResourceClient client;
    private final OwnedPods pods;
    private final Claimer claimer;
    private final ReplicaWriter writer;
    private final Expectations<ObjectName> expectations;
    private final Clock clock;

    private ReplicaSetController(ControllerContext context, WorkQueue<ObjectName> queue) {
        clock = context.clock();
        expectations = new Expectations<>(clock);
        replicaSets = context.informer(REPLICA_SETS).lister();
        byOwner = context.informer(REPLICA_SETS).indexByOwnerUid();
        client = context.client(REPLICA_SETS);
        pods = new OwnedPods(context.informer(PODS), REPLICA_SET, replicaSets, queue, expectations);
        claimer = new Claimer(client, context.client(PODS));
        writer =
                new ReplicaWriter(
                        new PodControl(
                                context.client(PODS), context.recorder("replicaset-controller")),
                        expectations);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<ObjectName> queue = context.queue("replicaset");
        ReplicaSetController controller = new ReplicaSetController(context, queue);
        context.informer(REPLICA_SETS)
                .handler(ChangeHandler.onAny(rs -> queue.add(rs.objectName())));
        return Controller.of(context.loop("replicaset", queue, controller::reconcile));
    }

    private Result reconcile(ObjectName name) {
        Optional<ApiObject> found = replicaSets.get(name);
        if (found.isEmpty()) {
            expectations.forget(name);
            return Result.DONE;
        }
        ApiObject replicaSet = found.get();
        // looked at before the pods, so that what was awaited is among them
        boolean mayAct = expectations.satisfied(name) && !replicaSet.isBeingDeleted();
        List<ApiObject> candidates = pods.candidates(replicaSet);
        List<ApiObject> active = claimActive(replicaSet, candidates);
        Optional<RuntimeException> failure =
                mayAct ? writer.carryOut(replicaSet, plan(replicaSet, active)) : Optional.empty();
        int terminating = (int) candidates.stream().filter(p -> isGoing(p, replicaSet)).count();
        writeStatus(replicaSet, active, terminating, failure);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return nextLook(replicaSet, active);
    }

    private List<ApiObject> claimActive(ApiObject replicaSet, List<ApiObject> candidates) {
        List<ApiObject> active =
                candidates.stream().filter(pod -> new PodState(pod).isActive()).toList();
        LabelSelector selector = LabelSelector.of(replicaSet.at("spec", "selector"));
        return claimer.claim(replicaSet, selector, active);
    }

    private ReplicaPlan plan(ApiObject replicaSet, List<ApiObject> active) {
        return ReplicaPlan.of(replicaSet, active, related(replicaSet), clock.instant());
    }

    private List<ApiObject> related(ApiObject replicaSet) {
        return replicaSet
                .controller()
                .map(OwnerReference::uid)
                .map(byOwner::get)
                .orElse(List.of(replicaSet))
                .stream()
                .flatMap(sibling -> pods.owned(sibling).stream())
                .toList();
    }

    private void writeStatus(
            ApiObject replicaSet,
            List<ApiObject> active,
            int terminating,
            Optional<RuntimeException> failure) {
        ReplicaSetStatus.update(
                        replicaSet,
                        active,
                        terminating,
                        failure.map(f -> String.valueOf(f.getMessage())),
                        clock.instant())
                .ifPresent(client::updateStatus);
    }

    private Result nextLook(ApiObject replicaSet, List<ApiObject> active) {
        Duration minReady = ReplicaSetStatus.minReady(replicaSet);
        return active.stream()
                .map(PodState::new)
                .filter(p -> p.isReady() && !p.isAvailable(minReady, clock.instant()))
                .flatMap(p -> p.readySince().stream())
                .map(since -> Duration.between(clock.instant(), since.plus(minReady)))
                .min(Duration::compareTo)
                .map(left -> Result.after(left.plusMillis(1)))
                .orElse(Result.DONE);
    }

    private static boolean isGoing(ApiObject pod, ApiObject replicaSet) {
        return pod.isBeingDeleted()
                && !new PodState(pod).isFinished()
                && pod.controller().filter(o -> o.uid().equals(replicaSet.uid())).isPresent();
    }
}
