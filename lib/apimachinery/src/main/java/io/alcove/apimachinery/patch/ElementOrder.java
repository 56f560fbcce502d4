package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arranges a merged list: what the patch speaks of in the patch's order, the rest in the server's,
 * and each of the rest before those of the patch that followed it on the server.
 */
record ElementOrder(String mergeKey, List<JsonNode> patchKeys, List<JsonNode> serverKeys) {

    static ElementOrder of(String mergeKey, ArrayNode patch, ArrayNode server) {
        return new ElementOrder(mergeKey, keys(mergeKey, patch), keys(mergeKey, server));
    }

    /** Obeys a $setElementOrder: merges the list, if patched, and arranges it. */
    static void apply(
            ObjectNode original,
            ObjectNode patch,
            String field,
            JsonNode order,
            @Nullable Schema schema) {
        if (!(order instanceof ArrayNode wanted)) {
            throw PatchFailures.wrongType("[]interface {}", order);
        }
        String mergeKey = schema == null ? "" : schema.patchMergeKey();
        ArrayNode old = list(original, field);
        ArrayNode items = list(patch, field);
        if (items != null) {
            checkListed(items, wanted, mergeKey);
        }
        ArrayNode merged = merged(old, items, schema);
        if (merged != null) {
            ArrayNode server = old == null ? JsonNodeFactory.instance.arrayNode() : old;
            original.set(field, of(mergeKey, wanted, server).arrange(merged));
            patch.remove(field);
        }
    }

    ArrayNode arrange(Iterable<JsonNode> merged) {
        List<JsonNode> patched = new ArrayList<>();
        List<JsonNode> serverOnly = new ArrayList<>();
        for (JsonNode item : merged) {
            (StrategicLists.indexOf(patchKeys, key(item)) < 0 ? serverOnly : patched).add(item);
        }
        patched.sort(Comparator.comparingInt(i -> StrategicLists.indexOf(patchKeys, key(i))));
        serverOnly.sort(Comparator.comparingInt(i -> StrategicLists.indexOf(serverKeys, key(i))));
        return interleave(serverOnly, patched);
    }

    private ArrayNode interleave(List<JsonNode> serverOnly, List<JsonNode> patched) {
        ArrayNode arranged = JsonNodeFactory.instance.arrayNode();
        int next = 0;
        for (JsonNode item : patched) {
            int place = StrategicLists.indexOf(serverKeys, key(item));
            while (next < serverOnly.size() && isBefore(serverOnly.get(next), place)) {
                arranged.add(serverOnly.get(next++));
            }
            arranged.add(item);
        }
        while (next < serverOnly.size()) {
            arranged.add(serverOnly.get(next++));
        }
        return arranged;
    }

    private boolean isBefore(JsonNode serverItem, int place) {
        int own = StrategicLists.indexOf(serverKeys, key(serverItem));
        return own >= 0 && place >= 0 && own < place;
    }

    private JsonNode key(JsonNode item) {
        return mergeKey.isEmpty() ? item : StrategicLists.key(item, mergeKey);
    }

    private static List<JsonNode> keys(String mergeKey, ArrayNode list) {
        List<JsonNode> keys = new ArrayList<>(list.size());
        list.forEach(i -> keys.add(mergeKey.isEmpty() ? i : StrategicLists.key(i, mergeKey)));
        return keys;
    }

    private static @Nullable ArrayNode list(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value instanceof ArrayNode) {
            return (ArrayNode) value;
        }
        throw PatchFailures.wrongType("[]interface {}", value);
    }

    private static @Nullable ArrayNode merged(
            @Nullable ArrayNode old, @Nullable ArrayNode items, @Nullable Schema schema) {
        if (items == null) {
            return old;
        }
        if (old == null) {
            Directives.strip(items);
            return items;
        }
        return StrategicLists.merge(old.deepCopy(), items, schema);
    }

    /** What the patch adds or changes must stand in the order, in this order. */
    private static void checkListed(ArrayNode items, ArrayNode wanted, String mergeKey) {
        if (items.isEmpty() || wanted.isEmpty()) {
            return;
        }
        List<JsonNode> order = keys(mergeKey, wanted);
        int next = 0;
        for (JsonNode item : items) {
            if (item.has(Directives.PATCH)) {
                continue;
            }
            JsonNode key = mergeKey.isEmpty() ? item : StrategicLists.key(item, mergeKey);
            while (next < order.size() && !JsonValues.equal(order.get(next), key)) {
                next++;
            }
            if (next++ >= order.size()) {
                throw PatchFailures.orderMismatch(items, wanted);
            }
        }
    }
}
