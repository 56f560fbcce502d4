package io.alcove.simulatednode.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kubelet's decisions about one pod at one moment, from the pod alone. */
public final class PodLifecycle {

    private final ApiObject pod;
    private final PodPlace place;
    private final Instant instant;
    private final Timestamp now;

    private PodLifecycle(ApiObject pod, PodPlace place, Instant instant) {
        this.pod = pod;
        this.place = place;
        this.instant = instant;
        this.now = new Timestamp(instant);
    }

    public static PodStep decide(ApiObject pod, PodPlace place, Instant now) {
        if (pod.isBeingDeleted()) {
            return new PodStep.Delete();
        }
        return switch (pod.text("status", "phase")) {
            case "Succeeded", "Failed" -> new PodStep.Rest();
            default -> new PodLifecycle(pod, place, now).next();
        };
    }

    private PodStep next() {
        if (pod.text("status", "startTime").isEmpty()) {
            return new PodStep.Write(accepted());
        }
        List<ContainerStatus> init = statuses("initContainerStatuses", "initContainers");
        boolean isInitialized = advance(init);
        List<ContainerStatus> before = statuses("containerStatuses", "containers");
        List<ContainerStatus> after = before;
        if (isInitialized && init.equals(statuses("initContainerStatuses", "initContainers"))) {
            after = before.stream().map(this::advanced).toList();
        }
        ObjectNode status = status(init, after);
        if (!JsonValues.equal(status, pod.at("status"))) {
            return new PodStep.Write(status);
        }
        return wait(after);
    }

    private ObjectNode accepted() {
        boolean hasInit = !pod.elements("spec", "initContainers").isEmpty();
        ObjectNode status = pod.copy().with("status");
        status.put("startTime", now.text());
        String reason = hasInit ? "PodInitializing" : "ContainerCreating";
        return new PodReport(pod, status, now)
                .started(place.hostIp())
                .containers(
                        waiting("initContainers", "PodInitializing"),
                        waiting("containers", reason));
    }

    private ObjectNode status(List<ContainerStatus> init, List<ContainerStatus> containers) {
        return new PodReport(pod, pod.copy().with("status"), now)
                .started(place.hostIp())
                .addressed(place.podIp())
                .containers(init, containers);
    }

    /** Runs the first init container that is still to run; true where none is. */
    private boolean advance(List<ContainerStatus> init) {
        for (int i = 0; i < init.size(); i++) {
            ContainerStatus status = init.get(i);
            boolean isSidecar = isSidecar(status.name());
            if (isSidecar && !status.isRunning()) {
                init.set(i, status.running(pod.uid(), now, true));
                return false;
            }
            if (!isSidecar && !status.isTerminated()) {
                init.set(i, status.initialized(pod.uid(), now));
                return false;
            }
        }
        return true;
    }

    private ContainerStatus advanced(ContainerStatus status) {
        if (status.isRunning()) {
            return Ending.of(pod)
                    .filter(_ -> dueIn(status).isZero())
                    .map(ending -> status.terminated(pod.uid(), ending.exitCode(), now))
                    .orElse(status);
        }
        if (status.isTerminated()) {
            return RestartPolicy.of(pod).restartsAfter(status.exitCode())
                    ? restarted(status)
                    : status;
        }
        return dueIn(status).isZero() ? status.running(pod.uid(), now, true) : status;
    }

    private ContainerStatus restarted(ContainerStatus status) {
        Duration pause = RestartPolicy.pauseAfter(status.restartCount());
        return pause.isZero()
                ? status.running(pod.uid(), now, true)
                : status.backingOff(
                        "back-off %s restarting failed container=%s pod=%s_%s(%s)"
                                .formatted(
                                        goText(pause),
                                        status.name(),
                                        pod.name(),
                                        pod.namespace(),
                                        pod.uid()));
    }

    private PodStep wait(List<ContainerStatus> containers) {
        Optional<Duration> soonest =
                containers.stream()
                        .filter(s -> s.isBackingOff() || Ending.of(pod).isPresent())
                        .filter(s -> !s.isTerminated())
                        .map(this::dueIn)
                        .min(Duration::compareTo);
        return soonest.<PodStep>map(PodStep.Wait::new).orElseGet(PodStep.Rest::new);
    }

    /** The time until a container's next change by itself. */
    private Duration dueIn(ContainerStatus status) {
        Instant due = instant;
        if (status.isRunning()) {
            due = status.startedAt().plus(Ending.RUN_TIME);
        } else if (status.isBackingOff()) {
            due = status.finishedAt().plus(RestartPolicy.pauseAfter(status.restartCount()));
        }
        return due.isAfter(instant) ? Duration.between(instant, due) : Duration.ZERO;
    }

    private boolean isSidecar(String name) {
        return pod.elements("spec", "initContainers").stream()
                .filter(c -> c.path("name").asText().equals(name))
                .anyMatch(c -> c.path("restartPolicy").asText().equals("Always"));
    }

    private List<ContainerStatus> waiting(String field, String reason) {
        return pod.elements("spec", field).stream()
                .map(c -> ContainerStatus.waiting(c, reason))
                .toList();
    }

    /** As reported before; a container without a report waits. */
    private List<ContainerStatus> statuses(String statusField, String specField) {
        List<ContainerStatus> found = new ArrayList<>();
        for (JsonNode container : pod.elements("spec", specField)) {
            found.add(
                    pod.elements("status", statusField).stream()
                            .filter(s -> s.path("name").equals(container.path("name")))
                            .findFirst()
                            .map(s -> new ContainerStatus((ObjectNode) s))
                            .orElseGet(
                                    () -> ContainerStatus.waiting(container, "ContainerCreating")));
        }
        return found;
    }

    private static String goText(Duration pause) {
        long minutes = pause.toMinutes();
        return (minutes > 0 ? minutes + "m" : "") + pause.toSecondsPart() + "s";
    }
}
