package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.schema.PatchStrategy;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges lists: of objects by their merge key, of scalars by their values. */
final class StrategicLists {

    private StrategicLists() {}

    static ArrayNode merge(ArrayNode original, ArrayNode patch, @Nullable Schema schema) {
        boolean merges = schema != null && schema.patchStrategies().contains(PatchStrategy.MERGE);
        if (schema == null || !merges) {
            return patch;
        }
        if (original.isEmpty() && patch.isEmpty()) {
            return original;
        }
        return holdsObjects(original, patch)
                ? mergeObjects(original, patch, schema)
                : mergeScalars(original, patch);
    }

    static ArrayNode without(ArrayNode original, ArrayNode items) {
        if (!(original.isEmpty() && items.isEmpty()) && holdsObjects(original, items)) {
            throw PatchFailures.badPrimitiveList();
        }
        ArrayNode rest = original.arrayNode();
        original.forEach(
                item -> {
                    if (indexOf(items, item) < 0) {
                        rest.add(item);
                    }
                });
        return rest;
    }

    static int indexOf(Iterable<JsonNode> items, JsonNode item) {
        int index = 0;
        for (JsonNode each : items) {
            if (JsonValues.equal(each, item)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    static JsonNode key(JsonNode element, String mergeKey) {
        if (!element.isObject()) {
            throw PatchFailures.wrongType("map[string]interface {}", element);
        }
        JsonNode key = element.get(mergeKey);
        if (key == null) {
            throw PatchFailures.noMergeKey(element, mergeKey);
        }
        return key;
    }

    private static ArrayNode mergeScalars(ArrayNode original, ArrayNode patch) {
        List<JsonNode> merged = new ArrayList<>();
        original.forEach(item -> addOnce(merged, item));
        patch.forEach(item -> addOnce(merged, item));
        return ElementOrder.of("", patch, original).arrange(merged);
    }

    private static void addOnce(List<JsonNode> merged, JsonNode item) {
        if (indexOf(merged, item) < 0) {
            merged.add(item);
        }
    }

    private static ArrayNode mergeObjects(ArrayNode original, ArrayNode patch, Schema schema) {
        String mergeKey = schema.patchMergeKey();
        if (mergeKey.isEmpty()) {
            throw PatchFailures.unknown(
                    "cannot merge lists without merge key for " + schema.name());
        }
        List<JsonNode> merged = new ArrayList<>();
        original.forEach(merged::add);
        ArrayNode additions = patch.arrayNode();
        boolean replaces = false;
        for (JsonNode element : patch) {
            JsonNode directive = element.get(Directives.PATCH);
            if (directive == null) {
                additions.add(element);
            } else {
                replaces |= obey(directive, element, merged, mergeKey);
            }
        }
        if (replaces) {
            return additions;
        }
        Schema items = schema.items().orElse(null);
        additions.forEach(element -> mergeObject(merged, (ObjectNode) element, mergeKey, items));
        return ElementOrder.of(mergeKey, additions, original).arrange(merged);
    }

    /** Whether the directive says that the patch's elements replace the list. */
    private static boolean obey(
            JsonNode directive, JsonNode element, List<JsonNode> merged, String mergeKey) {
        return switch (directive.asText()) {
            case "delete" -> {
                JsonNode key = key(element, mergeKey);
                merged.removeIf(each -> matches(each, mergeKey, key));
                yield false;
            }
            case "replace" -> true;
            case "merge" ->
                    throw PatchFailures.unknown(
                            "merging lists cannot yet be specified in the patch");
            default -> throw PatchFailures.unknownDirective(directive, element);
        };
    }

    private static void mergeObject(
            List<JsonNode> merged, ObjectNode element, String mergeKey, @Nullable Schema items) {
        JsonNode key = key(element, mergeKey);
        for (int i = 0; i < merged.size(); i++) {
            if (matches(merged.get(i), mergeKey, key)) {
                merged.set(i, StrategicMaps.merge((ObjectNode) merged.get(i), element, items));
                return;
            }
        }
        merged.add(element);
    }

    private static boolean matches(JsonNode element, String mergeKey, JsonNode key) {
        JsonNode other = element.get(mergeKey);
        return other != null && JsonValues.equal(other, key);
    }

    static boolean holdsObjects(ArrayNode original, ArrayNode patch) {
        JsonNode first = original.isEmpty() ? patch.get(0) : original.get(0);
        if (first.isArray()) {
            throw PatchFailures.listOfLists();
        }
        for (ArrayNode list : List.of(original, patch)) {
            for (JsonNode item : list) {
                if (item.getNodeType() != first.getNodeType()) {
                    throw PatchFailures.unknown("list element types are not identical");
                }
            }
        }
        return first.isObject();
    }
}
