package io.alcove.controllermanager.endpointslice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which slices are to be written so that they say what is; endpoints stay where they are. */
final class SlicePlan {

    static final int MAX_ENDPOINTS = 100;

    private final ApiObject service;
    private final List<ApiObject> creations = new ArrayList<>();
    private final List<ApiObject> updates = new ArrayList<>();
    private final List<ApiObject> deletions = new ArrayList<>();

    private SlicePlan(ApiObject service) {
        this.service = service;
    }

    /**
     * @param existing the Service's slices that this controller manages
     */
    static SlicePlan of(
            ApiObject service,
            Map<Backends.Group, Map<String, ObjectNode>> backends,
            Collection<ApiObject> existing) {
        SlicePlan plan = new SlicePlan(service);
        Map<Backends.Group, Map<String, ObjectNode>> wanted = new LinkedHashMap<>(backends);
        for (String family : Backends.families(service)) {
            boolean empty = wanted.keySet().stream().noneMatch(g -> g.addressType().equals(family));
            if (empty) {
                // a slice without endpoints says that there are none
                wanted.put(
                        new Backends.Group(family, JsonNodeFactory.instance.arrayNode()), Map.of());
            }
        }
        List<ApiObject> others = new ArrayList<>(existing);
        wanted.forEach(
                (group, endpoints) -> {
                    List<ApiObject> slices =
                            others.stream().filter(slice -> isOf(slice, group)).toList();
                    others.removeAll(slices);
                    plan.fill(group, endpoints, slices);
                });
        plan.deletions.addAll(others);
        return plan;
    }

    List<ApiObject> creations() {
        return List.copyOf(creations);
    }

    List<ApiObject> updates() {
        return List.copyOf(updates);
    }

    List<ApiObject> deletions() {
        return List.copyOf(deletions);
    }

    private void fill(
            Backends.Group group, Map<String, ObjectNode> endpoints, List<ApiObject> slices) {
        Map<String, ObjectNode> homeless = new LinkedHashMap<>(endpoints);
        Map<ApiObject, ArrayNode> contents = new LinkedHashMap<>();
        for (ApiObject slice : slices) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (JsonNode endpoint : slice.elements("endpoints")) {
                ObjectNode current =
                        homeless.remove(endpoint.path("targetRef").path("uid").asText());
                if (current != null) {
                    kept.add(current);
                }
            }
            contents.put(slice, kept);
        }
        Iterator<ObjectNode> left = homeless.values().iterator();
        contents.values().forEach(content -> take(left, content));
        boolean placeholder = endpoints.isEmpty();
        for (Map.Entry<ApiObject, ArrayNode> entry : contents.entrySet()) {
            if (entry.getValue().isEmpty() && !placeholder) {
                deletions.add(entry.getKey());
            } else {
                placeholder = false;
                rewrite(entry.getKey(), entry.getValue());
            }
        }
        while (left.hasNext() || placeholder) {
            placeholder = false;
            ArrayNode content = JsonNodeFactory.instance.arrayNode();
            take(left, content);
            creations.add(SliceObject.create(service, group, content));
        }
    }

    private void rewrite(ApiObject slice, ArrayNode content) {
        ApiObject updated = SliceObject.update(service, slice, content);
        boolean same =
                JsonValues.equal(list(slice, "endpoints"), content)
                        && updated.labels().equals(slice.labels());
        if (!same) {
            updates.add(updated);
        }
    }

    private static void take(Iterator<ObjectNode> left, ArrayNode content) {
        while (left.hasNext() && content.size() < MAX_ENDPOINTS) {
            content.add(left.next());
        }
    }

    private static boolean isOf(ApiObject slice, Backends.Group group) {
        return slice.text("addressType").equals(group.addressType())
                && JsonValues.equal(list(slice, "ports"), group.ports());
    }

    /** The list of the field; none and null are no entries. */
    private static ArrayNode list(ApiObject slice, String field) {
        return slice.at(field) instanceof ArrayNode list
                ? list
                : JsonNodeFactory.instance.arrayNode();
    }
}
