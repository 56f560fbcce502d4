package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/** An answer without what two servers cannot have in common: identities, times, revisions. */
final class Normal {

    private static final Set<String> OWN =
            Set.of(
                    "serverAddress",
                    "uid",
                    "creationTimestamp",
                    "deletionTimestamp",
                    "resourceVersion",
                    "time");

    private Normal() {}

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode normal = object.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    boolean own = OWN.contains(field.getKey()) && field.getValue().isTextual();
                    normal.set(
                            field.getKey(), own ? TextNode.valueOf("<own>") : of(field.getValue()));
                }
                yield normal;
            }
            case ArrayNode array -> {
                ArrayNode normal = array.arrayNode();
                array.forEach(item -> normal.add(of(item)));
                yield normal;
            }
            default -> node;
        };
    }
}
