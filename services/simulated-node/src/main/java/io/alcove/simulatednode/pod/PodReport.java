package io.alcove.simulatednode.pod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Writes a pod's status out of its containers' states, in a kubelet's order and words. */
final class PodReport {

    private final ApiObject pod;
    private final ObjectNode status;
    private final Timestamp now;

    /**
     * @param status the one to change: what is not a kubelet's to say stays
     */
    PodReport(ApiObject pod, ObjectNode status, Timestamp now) {
        this.pod = pod;
        this.status = status;
        this.now = now;
    }

    PodReport started(String hostIp) {
        status.put("hostIP", hostIp);
        status.putArray("hostIPs").addObject().put("ip", hostIp);
        if (pod.generation() > 0) {
            status.put("observedGeneration", pod.generation());
        }
        return this;
    }

    PodReport addressed(String podIp) {
        status.put("podIP", podIp);
        status.putArray("podIPs").addObject().put("ip", podIp);
        return this;
    }

    ObjectNode containers(List<ContainerStatus> init, List<ContainerStatus> containers) {
        PodPhase phase = PodPhase.of(RestartPolicy.of(pod), init, containers);
        status.put("phase", phase.word());
        List<ContainerStatus> reportedInit =
                phase.isFinal() ? init.stream().map(this::stopped).toList() : init;
        if (!init.isEmpty()) {
            set("initContainerStatuses", reportedInit);
        }
        set("containerStatuses", containers);
        new PodConditions(pod, status, now).write(phase, init, containers);
        return status;
    }

    /** Sidecars end when all else has. */
    private ContainerStatus stopped(ContainerStatus status) {
        return status.isRunning() ? status.terminated(pod.uid(), 0, now) : status;
    }

    private void set(String field, List<ContainerStatus> statuses) {
        ArrayNode array = status.putArray(field);
        statuses.forEach(s -> array.add(s.node()));
    }
}
