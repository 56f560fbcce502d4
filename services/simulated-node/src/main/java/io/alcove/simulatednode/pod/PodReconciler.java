package io.alcove.simulatednode.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Reconciler;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.Lister;
import io.alcove.simulatednode.node.SimulatedNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Brings the pods of the simulated nodes through their lives. */
public final class PodReconciler implements Reconciler<ObjectName> {

    public static final GroupVersionResource PODS = new GroupVersionResource("", "v1", "pods");

    /** Until an address of a full range may be free again. */
    private static final Duration ADDRESS_WAIT = Duration.ofSeconds(5);

    private final Lister pods;
    private final ResourceClient client;
    private final Map<String, SimulatedNode> nodes;
    private final Map<String, PodAddresses> addresses;
    private final Clock clock;

    /**
     * @param nodes by their names, as are the addresses
     */
    public PodReconciler(
            Lister pods,
            ApiClient client,
            Map<String, SimulatedNode> nodes,
            Map<String, PodAddresses> addresses,
            Clock clock) {
        this.pods = pods;
        this.client = client.resource(PODS);
        this.nodes = Map.copyOf(nodes);
        this.addresses = Map.copyOf(addresses);
        this.clock = clock;
    }

    public boolean isOurs(ApiObject pod) {
        return nodes.containsKey(pod.text("spec", "nodeName"));
    }

    /** Learns the addresses of pods that ran before this process. */
    public void observe(ApiObject pod) {
        pool(pod)
                .filter(_ -> !pod.text("status", "podIP").isEmpty())
                .ifPresent(p -> p.keep(pod.uid(), pod.text("status", "podIP")));
    }

    public void forget(ApiObject pod) {
        pool(pod).ifPresent(p -> p.release(pod.uid()));
    }

    @Override
    public Result reconcile(ObjectName name) {
        Optional<ApiObject> found = pods.get(name).filter(this::isOurs);
        if (found.isEmpty()) {
            return Result.DONE;
        }
        ApiObject pod = found.get();
        Optional<String> podIp = pod.isBeingDeleted() ? Optional.of("") : podIp(pod);
        if (podIp.isEmpty()) {
            return Result.after(ADDRESS_WAIT);
        }
        PodPlace place = new PodPlace(hostIp(pod), podIp.get());
        Instant now = clock.instant();
        return switch (PodLifecycle.decide(pod, place, now)) {
            case PodStep.Write(var status) -> {
                ApiObject update = pod.copy();
                update.node().set("status", status);
                client.updateStatus(update);
                yield Result.DONE;
            }
            case PodStep.Delete() -> {
                delete(pod);
                yield Result.DONE;
            }
            case PodStep.Wait(var delay) -> Result.after(delay);
            case PodStep.Rest() -> Result.DONE;
        };
    }

    private void delete(ApiObject pod) {
        try {
            client.delete(
                    pod.objectName(), DeleteOptions.DEFAULT.withGracePeriod(0).onlyUid(pod.uid()));
        } catch (StatusException e) {
            boolean isGone = e.is(StatusReason.NOT_FOUND) || e.is(StatusReason.CONFLICT);
            if (!isGone) {
                throw e;
            }
        }
    }

    private Optional<String> podIp(ApiObject pod) {
        if (pod.at("spec", "hostNetwork").asBoolean()) {
            return Optional.of(hostIp(pod));
        }
        return pool(pod).flatMap(p -> p.assign(pod.uid()));
    }

    private String hostIp(ApiObject pod) {
        SimulatedNode node = nodes.get(pod.text("spec", "nodeName"));
        return node == null ? "" : node.address();
    }

    private Optional<PodAddresses> pool(ApiObject pod) {
        return Optional.ofNullable(addresses.get(pod.text("spec", "nodeName")))
                .filter(_ -> !pod.at("spec", "hostNetwork").asBoolean());
    }
}
