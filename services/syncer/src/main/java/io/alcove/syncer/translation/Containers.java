package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The containers of a pod's spec. */
final class Containers {

    private Containers() {}

    /** Init containers and containers, as the kubelet starts them. */
    static List<ObjectNode> of(JsonNode spec) {
        List<ObjectNode> containers = new ArrayList<>();
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                if (container instanceof ObjectNode object) {
                    containers.add(object);
                }
            }
        }
        return containers;
    }

    /**
     * Keeps the last of the list's elements with the same keys. Server-side apply refuses repeats
     * that a create takes, and of these the kubelet uses the last.
     */
    static void dropRepeats(ObjectNode holder, String list, String... keys) {
        if (!(holder.path(list) instanceof ArrayNode elements)) {
            return;
        }
        Map<List<String>, JsonNode> distinct = new LinkedHashMap<>();
        for (JsonNode element : elements) {
            List<String> key = new ArrayList<>();
            for (String name : keys) {
                key.add(element.path(name).asText());
            }
            distinct.remove(key);
            distinct.put(key, element);
        }
        holder.putArray(list).addAll(distinct.values());
    }
}
