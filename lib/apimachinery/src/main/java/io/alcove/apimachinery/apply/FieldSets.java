package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes what an applied object claims. */
final class FieldSets {

    private final FieldSetBuilder set = new FieldSetBuilder();

    private FieldSets() {}

    static FieldSet of(Shape shape, ObjectNode object) {
        FieldSets sets = new FieldSets();
        sets.visit(shape, null, object);
        return sets.set.build();
    }

    private void visit(Shape shape, @Nullable FieldPath path, JsonNode value) {
        switch (shape.kind(value)) {
            case LEAF -> set.add(path);
            case MAP -> members(shape, path, value);
            case KEYED_LIST, SET -> elements(shape, path, value);
        }
    }

    private void members(Shape shape, @Nullable FieldPath path, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            JsonNode content = member.getValue();
            FieldPath child = new FieldPath(path, PathElement.field(name));
            visit(shape.field(name), child, content);
            boolean empty = content.isNull() || (content.isObject() && content.isEmpty());
            if (empty || !shape.isNamed(name)) {
                set.add(child);
            }
        }
    }

    private void elements(Shape shape, @Nullable FieldPath path, JsonNode value) {
        for (Map.Entry<PathElement, List<JsonNode>> entry :
                ListIndex.of(shape, value).byStep().entrySet()) {
            FieldPath child = new FieldPath(path, entry.getKey());
            if (entry.getValue().size() == 1) {
                visit(shape.element(), child, entry.getValue().getFirst());
            }
            set.add(child);
        }
    }
}
