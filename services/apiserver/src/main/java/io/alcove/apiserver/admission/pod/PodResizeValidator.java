package io.alcove.apiserver.admission.pod;

import static io.alcove.apiserver.admission.CoreResources.NODES;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.limits.PodResources;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lets a pod grow only to what its node can ever give. */
public final class PodResizeValidator implements AdmissionPlugin {

    public static final String NAME = "PodResizeValidator";

    private final ClusterObjects objects;

    public PodResizeValidator(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!request.isFor(PODS, "resize")) {
            return;
        }
        ApiObject pod = request.newObject();
        String nodeName = pod.text("spec", "nodeName");
        if (nodeName.isEmpty() || pod.generation() == request.presentObject().generation()) {
            return;
        }
        ApiObject node =
                objects.get(NODES, ObjectName.clusterScoped(nodeName))
                        .orElseThrow(
                                () ->
                                        request.forbidden(
                                                "node " + GoText.quote(nodeName) + " not found"));
        requireLinux(request, node);
        requireCapacity(request, pod, node);
    }

    private static void requireLinux(AdmissionRequest request, ApiObject node) {
        String system = node.label("kubernetes.io/os").orElse("linux");
        if (!system.equals("linux")) {
            throw refusal(
                    request,
                    "UnsupportedPlatform",
                    "pod resize is only supported on linux nodes, node %s is %s"
                            .formatted(GoText.quote(node.name()), GoText.quote(system)));
        }
    }

    private static void requireCapacity(AdmissionRequest request, ApiObject pod, ApiObject node) {
        ResourceList wanted =
                PodResources.requests(pod).plus(ResourceList.of(pod.at("spec", "overhead")));
        ResourceList given = ResourceList.of(node.at("status", "allocatable"));
        List<String> lacking = new ArrayList<>();
        Quantity cpu = wanted.get("cpu").orElse(Quantity.ZERO);
        Quantity cpuGiven = given.get("cpu").orElse(Quantity.ZERO);
        if (cpu.compareTo(cpuGiven) > 0) {
            lacking.add(
                    "cpu, requested: %d, allocatable: %d"
                            .formatted(cpu.milliValue(), cpuGiven.milliValue()));
        }
        Quantity memory = wanted.get("memory").orElse(Quantity.ZERO);
        Quantity memoryGiven = given.get("memory").orElse(Quantity.ZERO);
        if (memory.compareTo(memoryGiven) > 0) {
            lacking.add(
                    "memory, requested: %d, allocatable: %d"
                            .formatted(memory.value(), memoryGiven.value()));
        }
        if (!lacking.isEmpty()) {
            throw refusal(
                    request,
                    "NodeCapacity",
                    "node didn't have enough allocatable resources: " + String.join("; ", lacking));
        }
    }

    private static StatusException refusal(AdmissionRequest request, String reason, String why) {
        return new StatusException(
                request.forbidden(why)
                        .status()
                        .withCauses(List.of(new StatusCause(reason, "", ""))));
    }
}
