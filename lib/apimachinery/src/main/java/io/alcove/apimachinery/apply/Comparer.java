package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks two objects side by side; what they share is passed over. */
final class Comparer {

    private final FieldSetBuilder added = new FieldSetBuilder();
    private final FieldSetBuilder modified = new FieldSetBuilder();
    private final FieldSetBuilder removed = new FieldSetBuilder();

    Comparison result() {
        return new Comparison(added.build(), modified.build(), removed.build());
    }

    // a shared subtree cannot differ
    @SuppressWarnings("ReferenceEquality")
    void compare(
            Shape shape,
            @Nullable FieldPath path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        if (before == after) {
            return;
        }
        switch (Values.kind(shape, before, after)) {
            case LEAF -> leaf(path, before, after);
            case MAP -> {
                members(shape, path, before, after);
                markWhole(path, before, after);
            }
            case KEYED_LIST, SET -> {
                elements(shape, path, before, after);
                markWhole(path, before, after);
            }
        }
    }

    private void leaf(
            @Nullable FieldPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null && !JsonValues.equal(before, after)) {
            modified.add(path);
        }
        markWhole(path, before, after);
    }

    private void markWhole(
            @Nullable FieldPath path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null) {
            added.add(path);
        } else if (after == null) {
            removed.add(path);
        }
    }

    private void members(
            Shape shape,
            @Nullable FieldPath path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        if (before != null) {
            for (Map.Entry<String, JsonNode> member : before.properties()) {
                JsonNode other = after == null ? null : after.get(member.getKey());
                member(shape, path, member.getKey(), member.getValue(), other);
            }
        }
        if (after != null) {
            for (Map.Entry<String, JsonNode> member : after.properties()) {
                if (before == null || !before.has(member.getKey())) {
                    member(shape, path, member.getKey(), null, member.getValue());
                }
            }
        }
    }

    // a shared subtree cannot differ
    @SuppressWarnings("ReferenceEquality")
    private void member(
            Shape shape,
            @Nullable FieldPath path,
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        if (before != after) {
            FieldPath child = new FieldPath(path, PathElement.field(name));
            compare(shape.field(name), child, before, after);
        }
    }

    private void elements(
            Shape shape,
            @Nullable FieldPath path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        ListIndex old = ListIndex.of(shape, before);
        ListIndex now = ListIndex.of(shape, after);
        for (PathElement step : old.byStep().keySet()) {
            element(shape.element(), new FieldPath(path, step), old.all(step), now.all(step));
        }
        for (PathElement step : now.byStep().keySet()) {
            if (!old.has(step)) {
                element(shape.element(), new FieldPath(path, step), List.of(), now.all(step));
            }
        }
    }

    /** Duplicates are owned together, under the name that they share. */
    private void element(Shape shape, FieldPath path, List<JsonNode> before, List<JsonNode> after) {
        if (before.size() <= 1 && after.size() <= 1) {
            compare(shape, path, first(before), first(after));
        } else if (before.size() > 1 && after.size() > 1) {
            if (!allEqual(before, after)) {
                modified.add(path);
            }
        } else if (before.size() > 1) {
            if (!after.isEmpty()) {
                compare(shape, path, null, first(after));
            }
            removed.add(path);
        } else {
            if (!before.isEmpty()) {
                compare(shape, path, first(before), null);
            }
            added.add(path);
        }
    }

    private static @Nullable JsonNode first(List<JsonNode> items) {
        return items.isEmpty() ? null : items.getFirst();
    }

    private static boolean allEqual(List<JsonNode> a, List<JsonNode> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!JsonValues.equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
