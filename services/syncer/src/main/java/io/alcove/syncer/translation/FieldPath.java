package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where in an object a field stands: field names separated by dots, with {@code []} after a list,
 * that is, each of its elements ("volumes[].secret.secretName").
 */
record FieldPath(List<String> steps) {

    static FieldPath parse(String path) {
        return new FieldPath(List.of(path.split("\\.")));
    }

    /** Visits each present text field of this path with the object that holds it. */
    void forEach(JsonNode root, BiConsumer<ObjectNode, String> visitor) {
        visit(root, 0, visitor);
    }

    private void visit(JsonNode node, int depth, BiConsumer<ObjectNode, String> visitor) {
        String step = steps.get(depth);
        if (step.endsWith("[]")) {
            for (JsonNode element : node.path(step.substring(0, step.length() - 2))) {
                visit(element, depth + 1, visitor);
            }
        } else if (depth < steps.size() - 1) {
            visit(node.path(step), depth + 1, visitor);
        } else if (node instanceof ObjectNode holder && holder.path(step).isTextual()) {
            visitor.accept(holder, step);
        }
    }
}
