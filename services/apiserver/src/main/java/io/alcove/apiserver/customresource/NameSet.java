package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The names of a custom resource: those that are wanted, or those that were accepted. */
record NameSet(
        String plural,
        String singular,
        List<String> shortNames,
        String kind,
        String listKind,
        List<String> categories) {

    static NameSet of(JsonNode names) {
        return new NameSet(
                names.path("plural").asText(""),
                names.path("singular").asText(""),
                texts(names.path("shortNames")),
                names.path("kind").asText(""),
                names.path("listKind").asText(""),
                texts(names.path("categories")));
    }

    boolean isComplete() {
        return !plural.isEmpty() && !singular.isEmpty() && !kind.isEmpty() && !listKind.isEmpty();
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plural", plural);
        if (!singular.isEmpty()) {
            json.put("singular", singular);
        }
        put(json, "shortNames", shortNames);
        json.put("kind", kind);
        if (!listKind.isEmpty()) {
            json.put("listKind", listKind);
        }
        put(json, "categories", categories);
        return json;
    }

    private static void put(ObjectNode json, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(field);
            texts.forEach(array::add);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
