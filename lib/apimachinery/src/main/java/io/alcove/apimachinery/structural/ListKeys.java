package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the elements of a list of type map by their keys. */
public final class ListKeys {

    private final List<String> keys = new ArrayList<>();
    private final Map<List<JsonNode>, JsonNode> elements = new HashMap<>();

    private ListKeys() {}

    /**
     * @param schema of the list; of another type than map it finds nothing
     * @param list null where there is none
     */
    public static ListKeys of(ObjectNode schema, @Nullable JsonNode list) {
        ListKeys found = new ListKeys();
        if (list != null && schema.path("x-kubernetes-list-type").asText("").equals("map")) {
            schema.path("x-kubernetes-list-map-keys").forEach(key -> found.keys.add(key.asText()));
            for (JsonNode element : list) {
                if (element.isObject()) {
                    found.elements.putIfAbsent(found.keysOf(element), element);
                }
            }
        }
        return found;
    }

    public @Nullable JsonNode find(JsonNode element) {
        return elements.isEmpty() ? null : elements.get(keysOf(element));
    }

    private List<JsonNode> keysOf(JsonNode element) {
        List<JsonNode> values = new ArrayList<>();
        keys.forEach(key -> values.add(element.path(key)));
        return values;
    }
}
