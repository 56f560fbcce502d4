package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays an applied object over the live one. */
final class Merger {

    private Merger() {}

    /** Neither argument is changed; the result shares what only one of them has. */
    static ObjectNode merge(Shape shape, ObjectNode live, ObjectNode applied) {
        return mergeMembers(shape, live, applied);
    }

    private static JsonNode merge(Shape shape, @Nullable JsonNode live, JsonNode applied) {
        if (live == null) {
            return applied;
        }
        return switch (Values.kind(shape, live, applied)) {
            case LEAF -> applied;
            case MAP -> mergeMembers(shape, live, applied);
            case KEYED_LIST, SET -> mergeElements(shape, live, applied);
        };
    }

    private static ObjectNode mergeMembers(Shape shape, JsonNode live, JsonNode applied) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : live.properties()) {
            JsonNode over = applied.get(member.getKey());
            merged.set(
                    member.getKey(),
                    over == null
                            ? member.getValue()
                            : merge(shape.field(member.getKey()), member.getValue(), over));
        }
        for (Map.Entry<String, JsonNode> member : applied.properties()) {
            if (!live.has(member.getKey())) {
                merged.set(member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    private static ArrayNode mergeElements(Shape shape, JsonNode live, JsonNode applied) {
        return new ListMerger(shape, live, applied).merge();
    }

    /** One element of both lists. */
    static JsonNode mergeElement(Shape shape, @Nullable JsonNode live, JsonNode applied) {
        return merge(shape.element(), live, applied);
    }
}
