package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.VirtualResource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** pods/binding: assigns a pod to a node, once. */
final class PodBinding implements VirtualResource {

    private static final GroupResource PODS = new GroupResource("", "pods");
    private static final GroupResource RESOURCE = new GroupResource("", "pods/binding");

    /** Under which upstream keeps everything; its dry runs do not come to it. */
    private static final String STORAGE_PREFIX = "/registry";

    private final InstantSource clock;

    PodBinding(InstantSource clock) {
        this.clock = clock;
    }

    /** Its uid and resourceVersion are what the pod's must be. */
    @Override
    public boolean keepsSystemMetadata() {
        return true;
    }

    @Override
    public ApiObject create(Request request) {
        return bind(request, request.context().info().name());
    }

    /**
     * @param podName of the URL, or of the binding itself where that names none
     */
    ApiObject bind(Request request, String podName) {
        ApiObject binding = request.body();
        if (!binding.name().equals(podName)) {
            throw StatusException.badRequest("name in URL does not match name in Binding object");
        }
        validate(binding);
        ObjectName pod = new ObjectName(request.context().info().namespace(), podName);
        String keyPrefix = request.dryRun() ? "" : STORAGE_PREFIX;
        request.change("pods", "binding", pod, present -> assign(present, binding, keyPrefix));
        return Answers.success();
    }

    /** Upstream gives these without a reason. */
    private static void validate(ApiObject binding) {
        List<StatusCause> causes = new ArrayList<>();
        String kind = binding.text("target", "kind");
        if (!kind.isEmpty() && !kind.equals("Node")) {
            causes.add(StatusCause.notSupported("target.kind", kind, List.of("Node", "<empty>")));
        }
        if (binding.text("target", "name").isEmpty()) {
            causes.add(StatusCause.required("target.name", ""));
        }
        if (!causes.isEmpty()) {
            String all =
                    causes.stream()
                            .map(cause -> cause.field() + ": " + cause.message())
                            .collect(Collectors.joining(", "));
            throw new StatusException(
                    Status.of(StatusReason.UNKNOWN, causes.size() == 1 ? all : "[" + all + "]"));
        }
    }

    private void assign(ApiObject pod, ApiObject binding, String keyPrefix) {
        String key = "%s/pods/%s/%s".formatted(keyPrefix, pod.namespace(), pod.name());
        matchPreconditions(pod, binding, key);
        refuseUnassignable(pod);
        pod.with("spec").put("nodeName", binding.text("target", "name"));
        pod.with("status").remove("nominatedNodeName");
        merge(binding, pod, "annotations");
        merge(binding, pod, "labels");
        PodConditions.setTrue(pod, PodConditions.SCHEDULED, "", "", clock.instant());
    }

    private static void matchPreconditions(ApiObject pod, ApiObject binding, String key) {
        match(pod, key, "UID", binding.uid(), pod.uid());
        match(pod, key, "ResourceVersion", binding.resourceVersion(), pod.resourceVersion());
    }

    private static void match(
            ApiObject pod, String key, String field, String asked, String present) {
        if (!asked.isEmpty() && !asked.equals(present)) {
            throw StatusException.conflict(
                    PODS,
                    pod.name(),
                    ("StorageError: invalid object, Code: 4, Key: %s,"
                                    + " ResourceVersion: 0, AdditionalErrorMsg: Precondition failed:"
                                    + " %s in precondition: %s, %s in object meta: %s")
                            .formatted(key, field, asked, field, present));
        }
    }

    private static void refuseUnassignable(ApiObject pod) {
        String node = pod.text("spec", "nodeName");
        if (pod.isBeingDeleted()) {
            throw conflict(
                    pod,
                    "pod %s is being deleted, cannot be assigned to a host".formatted(pod.name()));
        }
        if (!node.isEmpty()) {
            throw conflict(
                    pod,
                    "pod %s is already assigned to node %s"
                            .formatted(pod.name(), GoText.quote(node)));
        }
        if (!pod.at("spec", "schedulingGates").isEmpty()) {
            throw conflict(pod, "pod %s has non-empty .spec.schedulingGates".formatted(pod.name()));
        }
    }

    private static StatusException conflict(ApiObject pod, String why) {
        return StatusException.conflict(RESOURCE, pod.name(), why);
    }

    private static void merge(ApiObject binding, ApiObject pod, String field) {
        if (!binding.at("metadata", field).isEmpty()) {
            ObjectNode target = pod.with("metadata", field);
            binding.textMap("metadata", field).forEach(target::put);
        }
    }
}
