package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** cpu and memory as they were, so that all else can be compared. */
final class ResizedResources {

    private ResizedResources() {}

    static void restoreCompute(ObjectNode holder, JsonNode old) {
        JsonNode before = old.path("resources");
        if (!holder.path("resources").isObject()) {
            if (!before.isObject()) {
                return;
            }
            holder.putObject("resources");
        }
        ObjectNode resources = (ObjectNode) holder.get("resources");
        for (String list : List.of("requests", "limits")) {
            restore(resources, list, before.path(list));
        }
        if (resources.isEmpty() && !before.isObject()) {
            holder.remove("resources");
        }
    }

    private static void restore(ObjectNode resources, String list, JsonNode before) {
        for (String name : List.of("cpu", "memory")) {
            if (before.has(name)) {
                ObjectNode amounts =
                        resources.get(list) instanceof ObjectNode present
                                ? present
                                : resources.putObject(list);
                amounts.set(name, before.get(name));
            } else if (resources.get(list) instanceof ObjectNode amounts) {
                amounts.remove(name);
            }
        }
        if (resources.path(list).isObject() && resources.path(list).isEmpty()) {
            resources.remove(list);
        }
    }
}
