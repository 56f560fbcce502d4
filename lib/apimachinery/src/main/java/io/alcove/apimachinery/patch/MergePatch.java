package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;

/** A JSON merge patch (RFC 7386). */
public final class MergePatch {

    private MergePatch() {}

    /** The patched object; neither argument is changed, and parts of both are shared with it. */
    public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        ObjectNode merged = document.objectNode();
        merged.setAll(document);
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String field = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                merged.remove(field);
            } else if (value instanceof ObjectNode part
                    && merged.get(field) instanceof ObjectNode present) {
                merged.set(field, apply(present, part));
            } else {
                merged.set(field, withoutNulls(value));
            }
        }
        return merged;
    }

    /** Upstream prunes nulls of objects inside of arrays too, but keeps an array's own. */
    private static JsonNode withoutNulls(JsonNode value) {
        JsonNode pruned = value.deepCopy();
        prune(pruned);
        return pruned;
    }

    private static void prune(JsonNode value) {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : new ArrayList<>(object.properties())) {
                if (member.getValue().isNull()) {
                    object.remove(member.getKey());
                } else {
                    prune(member.getValue());
                }
            }
        } else if (value instanceof ArrayNode array) {
            array.forEach(MergePatch::prune);
        }
    }
}
