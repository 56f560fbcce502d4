package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.PatchStrategy;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges objects; both arguments are used up. */
final class StrategicMaps {

    private StrategicMaps() {}

    static ObjectNode merge(ObjectNode original, ObjectNode patch, @Nullable Schema schema) {
        JsonNode directive = patch.get(Directives.PATCH);
        if (directive != null) {
            return directed(directive, patch);
        }
        retainKeys(original, patch);
        for (Map.Entry<String, JsonNode> member : List.copyOf(patch.properties())) {
            if (member.getKey().startsWith(Directives.ELEMENT_ORDER)) {
                patch.remove(member.getKey());
                String field = Directives.target(member.getKey());
                ElementOrder.apply(original, patch, field, member.getValue(), child(schema, field));
            }
        }
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            mergeMember(original, member.getKey(), member.getValue(), schema);
        }
        return original;
    }

    static @Nullable Schema child(@Nullable Schema schema, String field) {
        if (schema == null) {
            return null;
        }
        Schema property = schema.propertyOrNull(field);
        return property != null ? property : schema.additionalProperties().orElse(null);
    }

    private static ObjectNode directed(JsonNode directive, ObjectNode patch) {
        return switch (directive.asText()) {
            case "replace" -> patch.without(Directives.PATCH);
            case "delete" -> patch.objectNode();
            default -> throw PatchFailures.unknownDirective(directive, patch);
        };
    }

    private static void mergeMember(
            ObjectNode original, String name, JsonNode value, @Nullable Schema schema) {
        boolean deletesItems = name.startsWith(Directives.DELETE_FROM_LIST);
        String field = deletesItems ? Directives.target(name) : name;
        if (value.isNull()) {
            original.remove(field);
            return;
        }
        JsonNode present = original.get(field);
        Schema child = child(schema, field);
        if (present instanceof ObjectNode old && value instanceof ObjectNode part) {
            boolean replaces =
                    child != null && child.patchStrategies().contains(PatchStrategy.REPLACE);
            original.set(field, replaces ? part : merge(old, part, child));
        } else if (present instanceof ArrayNode old && value instanceof ArrayNode items) {
            original.set(
                    field,
                    deletesItems
                            ? StrategicLists.without(old, items)
                            : StrategicLists.merge(old, items, child));
        } else if (!deletesItems) {
            setNew(original, field, value);
        }
    }

    private static void setNew(ObjectNode original, String field, JsonNode value) {
        Directives.dropNulls(value);
        if (Directives.strip(value)) {
            original.set(field, value);
        } else {
            original.remove(field);
        }
    }

    /** The keys that may stay, for types of which only one member can be set. */
    private static void retainKeys(ObjectNode original, ObjectNode patch) {
        JsonNode keys = patch.remove(Directives.RETAIN_KEYS);
        if (keys == null) {
            return;
        }
        if (!keys.isArray()) {
            throw PatchFailures.badRetainKeys();
        }
        Set<String> retained = new HashSet<>();
        keys.forEach(key -> retained.add(key.asText()));
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            boolean exempt =
                    member.getValue().isNull()
                            || name.startsWith(Directives.DELETE_FROM_LIST)
                            || name.startsWith(Directives.ELEMENT_ORDER);
            if (!exempt && !retained.contains(name)) {
                throw PatchFailures.badRetainKeys();
            }
        }
        for (Map.Entry<String, JsonNode> member : new ArrayList<>(original.properties())) {
            if (!retained.contains(member.getKey())) {
                original.remove(member.getKey());
            }
        }
    }
}
