package io.alcove.apiserver.admission.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a LimitRange gives containers that say nothing themselves, and the note that it did. */
record ContainerDefaults(Map<String, JsonNode> requests, Map<String, JsonNode> limits) {

    private static final String NOTE = "kubernetes.io/limit-ranger";

    static ContainerDefaults of(ApiObject range) {
        Map<String, JsonNode> requests = new TreeMap<>();
        Map<String, JsonNode> limits = new TreeMap<>();
        for (JsonNode limit : range.elements("spec", "limits")) {
            if (limit.path("type").asText().equals("Container")) {
                limit.path("defaultRequest")
                        .properties()
                        .forEach(e -> requests.put(e.getKey(), e.getValue()));
                limit.path("default")
                        .properties()
                        .forEach(e -> limits.put(e.getKey(), e.getValue()));
            }
        }
        return new ContainerDefaults(requests, limits);
    }

    void fillIn(ApiObject pod) {
        List<String> notes = new ArrayList<>();
        for (JsonNode container : pod.elements("spec", "containers")) {
            fillIn((ObjectNode) container, "container", notes);
        }
        for (JsonNode container : pod.elements("spec", "initContainers")) {
            fillIn((ObjectNode) container, "init container", notes);
        }
        if (!notes.isEmpty()) {
            pod.with("metadata", "annotations")
                    .put(NOTE, "LimitRanger plugin set: " + String.join("; ", notes));
        }
    }

    private void fillIn(ObjectNode container, String word, List<String> notes) {
        String of = " for " + word + " " + container.path("name").asText("");
        note(notes, fillIn(container, "requests", requests), " request" + of);
        note(notes, fillIn(container, "limits", limits), " limit" + of);
    }

    private static void note(List<String> notes, List<String> names, String of) {
        if (!names.isEmpty()) {
            notes.add(String.join(", ", names) + of);
        }
    }

    private static List<String> fillIn(
            ObjectNode container, String what, Map<String, JsonNode> defaults) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> amount : defaults.entrySet()) {
            ObjectNode amounts = container.withObject("resources").withObject(what);
            if (!amounts.has(amount.getKey())) {
                amounts.set(amount.getKey(), amount.getValue());
                names.add(amount.getKey());
            }
        }
        return names;
    }
}
