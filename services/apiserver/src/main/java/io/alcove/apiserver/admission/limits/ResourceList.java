package io.alcove.apiserver.admission.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Amounts by the names of resources ("cpu"), sorted by name. */
public record ResourceList(SortedMap<String, Quantity> amounts) {

    public static final ResourceList EMPTY = new ResourceList(new TreeMap<>());

    public ResourceList {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /** Reads a decoded map of quantities; empty where there is none. */
    public static ResourceList of(JsonNode node) {
        SortedMap<String, Quantity> amounts = new TreeMap<>();
        node.properties()
                .forEach(e -> amounts.put(e.getKey(), Quantity.parse(e.getValue().asText())));
        return new ResourceList(amounts);
    }

    public static ResourceList of(String name, Quantity amount) {
        return new ResourceList(new TreeMap<>(Map.of(name, amount)));
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    public Optional<Quantity> get(String name) {
        return Optional.ofNullable(amounts.get(name));
    }

    /** The sum of each resource that is in one or both. */
    public ResourceList plus(ResourceList other) {
        return merge(other, Quantity::add);
    }

    /** The greater of each resource that is in one or both. */
    public ResourceList max(ResourceList other) {
        return merge(other, (a, b) -> b.compareTo(a) > 0 ? b : a);
    }

    /** This, with what is in the other in its place. */
    public ResourceList with(ResourceList other) {
        return merge(other, (_, b) -> b);
    }

    private ResourceList merge(ResourceList other, BinaryOperator<Quantity> merger) {
        SortedMap<String, Quantity> all = new TreeMap<>(amounts);
        other.amounts.forEach((name, amount) -> all.merge(name, amount, merger));
        return new ResourceList(all);
    }
}
