package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;

/** pods/resize changes the resources of containers, and nothing else. */
final class PodResizeRules implements UpdateRules {

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        JsonNode asked = pod.at("spec").deepCopy();
        pod.node().set("spec", old.with("spec").deepCopy());
        pod.node().set("status", old.with("status").deepCopy());
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.at("spec", list)) {
                for (JsonNode wanted : asked.path(list)) {
                    if (wanted.path("name").equals(container.path("name"))) {
                        carry(wanted, (ObjectNode) container);
                    }
                }
            }
        }
    }

    private static void carry(JsonNode from, ObjectNode to) {
        for (String field : List.of("resources", "resizePolicy")) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            } else {
                to.remove(field);
            }
        }
    }
}
