package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;
import java.util.Map;

/** pods/resize: cpu and memory of what is there may change, and the class of the pod may not. */
public final class PodResizeValidation {

    private static final String ONLY_COMPUTE = "only cpu and memory resources are mutable";
    private static final List<String> LISTS = List.of("containers", "initContainers");

    private PodResizeValidation() {}

    public static void check(Inspection pod, ApiObject object, ApiObject old) {
        if (old.annotation(PodAnnotations.MIRROR).isPresent()) {
            pod.add(StatusCause.forbidden("[]", "static pods cannot be resized"));
            return;
        }
        if (old.text("spec", "os", "name").equals("windows")) {
            pod.add(StatusCause.forbidden("[]", "windows pods cannot be resized"));
            return;
        }
        PodValidation.metadataAndSpec(pod);
        Inspection spec = pod.field("spec");
        if (!old.text("status", "qosClass").equals(QualityOfService.of(object))) {
            spec.invalid(
                    pod.at("status", "qosClass").text(),
                    "Pod QOS Class may not change as a result of resizing");
        }
        if (!isSupportedByNode(old)) {
            spec.forbidden("Pod running on node without support for resize");
        }
        ObjectNode munged = spec.node().deepCopy();
        if (hasAmounts(spec.node()) || hasAmounts(old.at("spec"))) {
            podLevel(spec, munged, old.at("spec"));
        }
        if (sameContainers(spec, old.at("spec"))) {
            containers(spec, munged, old.at("spec"));
        }
    }

    private static boolean isSupportedByNode(ApiObject old) {
        for (JsonNode status : old.at("status", "containerStatuses")) {
            if (status.path("state").path("running").isObject()) {
                return status.path("resources").isObject();
            }
        }
        return true;
    }

    private static boolean hasAmounts(JsonNode spec) {
        JsonNode resources = spec.path("resources");
        return !resources.path("requests").isEmpty() || !resources.path("limits").isEmpty();
    }

    private static void podLevel(Inspection spec, ObjectNode munged, JsonNode old) {
        JsonNode before = old.path("resources");
        Inspection resources = spec.field("resources");
        if (before.isObject() && !resources.isPresent()) {
            resources.forbidden("pod-level resources cannot be removed");
            return;
        }
        if (before.isObject()) {
            removed(resources, before, "pod-level resource ");
        }
        ResizedResources.restoreCompute(munged, old);
        if (!JsonValues.equal(munged.path("resources"), before)) {
            spec.forbidden("only cpu and memory resources are mutable at pod-level");
        }
    }

    private static boolean sameContainers(Inspection spec, JsonNode old) {
        boolean same = true;
        for (String list : LISTS) {
            Inspection containers = spec.field(list);
            if (containers.size() != old.path(list).size()) {
                containers.forbidden(list + " may not be added or removed on resize");
                same = false;
                continue;
            }
            for (int i = 0; i < containers.size(); i++) {
                Inspection name = containers.element(i).field("name");
                if (!name.isSame(old.path(list).get(i).path("name"))) {
                    name.forbidden(list + " may not be renamed or reordered on resize");
                    same = false;
                }
            }
        }
        return same;
    }

    private static void containers(Inspection spec, ObjectNode munged, JsonNode old) {
        for (String list : List.of("initContainers", "containers")) {
            spec.field(list)
                    .each(
                            container ->
                                    removed(
                                            container.field("resources"),
                                            old.path(list).get(container.index()).path("resources"),
                                            "resource "));
        }
        for (int i = 0; i < munged.path("containers").size(); i++) {
            ObjectNode container = (ObjectNode) munged.path("containers").get(i);
            ResizedResources.restoreCompute(container, old.path("containers").get(i));
            if (!JsonValues.equal(container, old.path("containers").get(i))) {
                spec.forbidden(ONLY_COMPUTE);
            }
        }
        for (int i = 0; i < munged.path("initContainers").size(); i++) {
            init(
                    spec.field("initContainers").element(i),
                    (ObjectNode) munged.path("initContainers").get(i),
                    old.path("initContainers").get(i));
        }
        if (spec.causes().isEmpty() && !JsonValues.equal(munged, old)) {
            spec.forbidden(ONLY_COMPUTE);
        }
    }

    private static void init(Inspection container, ObjectNode munged, JsonNode old) {
        boolean changed = !JsonValues.equal(munged, old);
        ResizedResources.restoreCompute(munged, old);
        if (!JsonValues.equal(munged, old)) {
            container.forbidden(
                    "only cpu and memory resources for init or sidecar containers are mutable");
        }
        if (!changed || container.field("restartPolicy").is("Always")) {
            return;
        }
        for (JsonNode policy : munged.path("resizePolicy")) {
            if (policy.path("restartPolicy").asText("").equals("RestartContainer")) {
                container.forbidden(
                        "non-sidecar init containers with a resize policy of RestartContainer cannot be resized");
            }
        }
    }

    private static void removed(Inspection resources, JsonNode old, String what) {
        for (String list : List.of("requests", "limits")) {
            JsonNode now = resources.node().path(list);
            for (Map.Entry<String, JsonNode> before : old.path(list).properties()) {
                if (!now.has(before.getKey())) {
                    resources.field(list).forbidden(what + list + " cannot be removed");
                    break;
                }
            }
        }
    }
}
