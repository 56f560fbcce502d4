package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a pod the overhead and the place that its runtime class asks for. */
public final class RuntimeClass extends PodPlugin {

    public static final String NAME = "RuntimeClass";

    private static final GroupResource CLASSES = new GroupResource("node.k8s.io", "runtimeclasses");
    private static final String MISMATCH =
            "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

    private final ClusterObjects objects;

    public RuntimeClass(ClusterObjects objects) {
        super(NAME, Operation.CREATE);
        this.objects = objects;
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        Optional<ApiObject> runtimeClass = runtimeClass(request);
        if (runtimeClass.isPresent()) {
            setOverhead(request, runtimeClass.get().at("overhead"));
            setScheduling(request, runtimeClass.get().at("scheduling"));
        }
    }

    @Override
    void validatePod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        JsonNode overhead =
                runtimeClass(request).map(c -> c.at("overhead")).orElseGet(() -> pod.at("none"));
        if (overhead.isObject()) {
            if (!ResourceList.of(overhead.path("podFixed"))
                    .equals(ResourceList.of(pod.at("spec", "overhead")))) {
                throw request.forbidden(MISMATCH);
            }
        } else if (pod.at("spec").has("overhead")) {
            throw request.forbidden(
                    "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
        }
    }

    private Optional<ApiObject> runtimeClass(AdmissionRequest request) {
        return request.newObject()
                .optionalText("spec", "runtimeClassName")
                .map(name -> require(request, name));
    }

    private ApiObject require(AdmissionRequest request, String name) {
        return objects.get(CLASSES, ObjectName.clusterScoped(name))
                .orElseThrow(
                        () ->
                                request.forbidden(
                                        "pod rejected: RuntimeClass %s not found"
                                                .formatted(GoText.quote(name))));
    }

    private static void setOverhead(AdmissionRequest request, JsonNode overhead) {
        if (!overhead.isObject()) {
            return;
        }
        ApiObject pod = request.newObject();
        JsonNode fixed = overhead.path("podFixed");
        ResourceList own = ResourceList.of(pod.at("spec", "overhead"));
        if (!own.isEmpty() && !own.equals(ResourceList.of(fixed))) {
            throw request.forbidden(MISMATCH);
        }
        if (fixed.isObject()) {
            pod.with("spec").set("overhead", fixed.deepCopy());
        }
    }

    private static void setScheduling(AdmissionRequest request, JsonNode scheduling) {
        if (!scheduling.isObject()) {
            return;
        }
        ApiObject pod = request.newObject();
        ObjectNode selector = pod.with("spec", "nodeSelector");
        for (Map.Entry<String, JsonNode> label : scheduling.path("nodeSelector").properties()) {
            String key = label.getKey();
            String wanted = label.getValue().asText();
            String own = selector.path(key).asText(wanted);
            if (!own.equals(wanted)) {
                throw request.forbidden(
                        "conflict: runtimeClass.scheduling.nodeSelector[%s] = %s; pod.spec.nodeSelector[%s] = %s"
                                .formatted(key, wanted, key, own));
            }
            selector.put(key, wanted);
        }
        List<JsonNode> wanted = scheduling.path("tolerations").valueStream().toList();
        Tolerations.set(pod, Tolerations.merge(Tolerations.of(pod), wanted));
    }
}
