package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a configuration over an object as apply does, without anybody owning anything. */
public final class Overlay {

    private Overlay() {}

    /** Neither argument is changed; the result shares what only one of them has. */
    public static ObjectNode merge(Schema schema, ObjectNode object, ObjectNode configuration) {
        return Merger.merge(Shape.of(schema), object, configuration);
    }

    /**
     * Which lists and maps of a configuration would replace those of the object as a whole, each as
     * ".spec.field[0]".
     */
    public static List<String> atomics(Schema schema, ObjectNode configuration) {
        List<String> found = new ArrayList<>();
        collect("", Shape.of(schema), configuration, found);
        return found;
    }

    private static void collect(String path, Shape shape, JsonNode value, List<String> found) {
        if (value.isContainerNode() && shape.kind(value) == Shape.Kind.LEAF) {
            found.add(path);
            return;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                collect(
                        path + "." + member.getKey(),
                        shape.field(member.getKey()),
                        member.getValue(),
                        found);
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(path + "[" + i + "]", shape.element(), value.get(i), found);
            }
        }
    }
}
