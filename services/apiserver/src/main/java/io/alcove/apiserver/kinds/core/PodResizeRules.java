package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.pod.PodResizeValidation;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;

/** pods/resize changes the resources of containers and of the pod, and nothing else. */
final class PodResizeRules implements UpdateRules {

    private static final List<String> LISTS = List.of("containers", "initContainers");

    private final GoStructs structs;

    PodResizeRules(GoStructs structs) {
        this.structs = structs;
    }

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        for (String list : LISTS) {
            if (pod.at("spec", list).size() != old.at("spec", list).size()) {
                return;
            }
        }
        JsonNode asked = pod.at("spec").deepCopy();
        ObjectNode spec = old.with("spec").deepCopy();
        pod.node().set("spec", spec);
        pod.node().set("status", old.with("status").deepCopy());
        take(asked, spec, "resources");
        for (String list : LISTS) {
            if (hasSameNames(asked.path(list), spec.path(list))) {
                for (int i = 0; i < asked.path(list).size(); i++) {
                    ObjectNode container = (ObjectNode) spec.path(list).get(i);
                    take(asked.path(list).get(i), container, "resources");
                    take(asked.path(list).get(i), container, "resizePolicy");
                }
            } else {
                spec.set(list, asked.get(list));
            }
        }
    }

    private static boolean hasSameNames(JsonNode a, JsonNode b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).path("name").equals(b.path(i).path("name"))) {
                return false;
            }
        }
        return true;
    }

    private static void take(JsonNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        } else {
            to.remove(field);
        }
    }

    @Override
    public List<StatusCause> validateUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        PodResizeValidation.check(Inspection.of(pod, causes, structs), pod, old);
        return causes;
    }
}
