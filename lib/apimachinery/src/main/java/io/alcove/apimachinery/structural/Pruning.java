package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops the fields that a schema does not know. */
public final class Pruning {

    private static final Set<String> HEADER = Set.of("apiVersion", "kind", "metadata");

    /** Upstream names no more than these. */
    private static final int MAX_NAMED = 100;

    private final List<String> unknown = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    private boolean changed;

    private Pruning() {}

    /**
     * Prunes a whole resource in place.
     *
     * @return the paths of what was dropped, sorted; none for apiVersion, kind and metadata of the
     *     root
     */
    public static List<String> prune(ObjectNode resource, @Nullable StructuralSchema schema) {
        Pruning pruning = new Pruning();
        pruning.root(resource, schema);
        return pruning.unknown.stream().sorted().toList();
    }

    /** Prunes a value that is no resource, such as a default; whether anything was dropped. */
    static boolean pruneValue(JsonNode value, StructuralSchema schema) {
        Pruning pruning = new Pruning();
        pruning.value(value, schema);
        return pruning.changed;
    }

    private void root(ObjectNode resource, @Nullable StructuralSchema schema) {
        if (schema == null) {
            dropAll(resource, true);
        } else if (schema.preservesUnknownFields()) {
            fields(resource, schema, true, true);
        } else {
            fields(resource, schema, true, false);
        }
    }

    private void value(JsonNode value, @Nullable StructuralSchema schema) {
        boolean keep = schema != null && schema.preservesUnknownFields();
        switch (value) {
            case ObjectNode object when schema == null -> dropAll(object, false);
            case ObjectNode object -> fields(object, schema, schema.isEmbeddedResource(), keep);
            case ArrayNode list when keep -> keptElements(list, schema);
            case ArrayNode list -> elements(list, schema == null ? null : schema.items());
            default -> {}
        }
    }

    private void fields(
            ObjectNode object, StructuralSchema schema, boolean isResource, boolean keep) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = field.getKey();
            if (isResource && HEADER.contains(name)) {
                continue;
            }
            StructuralSchema property = schema.property(name);
            if (property != null || schema.takesAdditionalProperties()) {
                int length = enter(name);
                value(
                        field.getValue(),
                        property != null ? property : schema.additionalProperties());
                path.setLength(length);
            } else if (!keep) {
                drop(name);
                fields.remove();
            }
        }
    }

    private void dropAll(ObjectNode object, boolean isResource) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            String name = fields.next().getKey();
            if (!isResource || !HEADER.contains(name)) {
                drop(name);
                fields.remove();
            }
        }
    }

    private void elements(ArrayNode list, @Nullable StructuralSchema items) {
        for (int i = 0; i < list.size(); i++) {
            int length = enter(i);
            value(list.get(i), items);
            path.setLength(length);
        }
    }

    /** Of a list whose unknown fields are kept: what stands deeper is kept too. */
    private void keptElements(ArrayNode list, StructuralSchema schema) {
        StructuralSchema items = schema.items();
        if (items == null) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            int length = enter(i);
            if (list.get(i) instanceof ObjectNode object) {
                fields(object, items, items.isEmbeddedResource(), true);
            } else if (list.get(i) instanceof ArrayNode inner) {
                keptElements(inner, items);
            }
            path.setLength(length);
        }
    }

    private void drop(String name) {
        changed = true;
        if (unknown.size() < MAX_NAMED && !(path.isEmpty() && HEADER.contains(name))) {
            unknown.add(path.isEmpty() ? name : path + "." + name);
        }
    }

    private int enter(String name) {
        int length = path.length();
        if (length > 0) {
            path.append('.');
        }
        path.append(name);
        return length;
    }

    private int enter(int index) {
        int length = path.length();
        path.append('[').append(index).append(']');
        return length;
    }
}
