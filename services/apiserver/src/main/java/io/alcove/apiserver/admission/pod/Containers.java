package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** A container of a pod, of whichever sort. */
record Containers(ObjectNode node, String path) {

    private static final List<String> SORTS =
            List.of("initContainers", "containers", "ephemeralContainers");

    /** All of a pod, in the order in which upstream visits them. */
    static List<Containers> of(ApiObject pod) {
        List<Containers> all = new ArrayList<>();
        for (String sort : SORTS) {
            for (int i = 0; i < pod.at("spec", sort).size(); i++) {
                all.add(
                        new Containers(
                                (ObjectNode) pod.at("spec", sort).get(i),
                                "spec." + sort + "[" + i + "]"));
            }
        }
        return all;
    }

    String text(String field) {
        return node.path(field).asText("");
    }
}
