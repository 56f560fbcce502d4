package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Takes paths out of an object; what is left empty becomes null, as upstream has it. */
final class Remover {

    private Remover() {}

    static ObjectNode remove(Shape shape, ObjectNode object, FieldSet paths) {
        return from(shape, object, paths) instanceof ObjectNode rest
                ? rest
                : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode from(Shape shape, JsonNode value, FieldSet paths) {
        if (!paths.hasChildren()) {
            return value;
        }
        return switch (shape.kind(value)) {
            case LEAF -> value.isContainerNode() ? NullNode.getInstance() : value;
            case MAP -> fromMap(shape, value, paths);
            case KEYED_LIST, SET -> fromList(shape, value, paths);
        };
    }

    private static JsonNode fromMap(Shape shape, JsonNode value, FieldSet paths) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            FieldSet below = paths.below(PathElement.field(member.getKey()));
            if (!below.isMember()) {
                rest.set(
                        member.getKey(),
                        from(shape.field(member.getKey()), member.getValue(), below));
            }
        }
        return rest.isEmpty() ? NullNode.getInstance() : rest;
    }

    private static JsonNode fromList(Shape shape, JsonNode value, FieldSet paths) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : value) {
            FieldSet below = below(shape, item, paths);
            if (!below.isMember()) {
                rest.add(from(shape.element(), item, below));
            }
        }
        return rest.isEmpty() ? NullNode.getInstance() : rest;
    }

    private static FieldSet below(Shape shape, JsonNode item, FieldSet paths) {
        try {
            return paths.below(shape.step(item));
        } catch (UnnamedElementException _) {
            return FieldSet.EMPTY;
        }
    }
}
