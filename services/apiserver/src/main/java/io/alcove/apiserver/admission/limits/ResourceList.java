package io.alcove.apiserver.admission.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** What is more here than in the other, and zero for what is not. */
    public ResourceList minusDownToZero(ResourceList other) {
        SortedMap<String, Quantity> rest = new TreeMap<>();
        amounts.forEach(
                (name, amount) -> {
                    Quantity less = other.get(name).map(amount::subtract).orElse(amount);
                    rest.put(name, less.signum() > 0 ? less : Quantity.ZERO);
                });
        return new ResourceList(rest);
    }

    public ResourceList only(Predicate<String> names) {
        SortedMap<String, Quantity> some = new TreeMap<>(amounts);
        some.keySet().removeIf(names.negate());
        return new ResourceList(some);
    }

    public ResourceList withoutZeros() {
        return only(name -> get(name).filter(amount -> amount.signum() != 0).isPresent());
    }

    public Set<String> names() {
        return amounts.keySet();
    }

    /** Of the other's resources, those of which there is more here. */
    public Set<String> namesOver(ResourceList other) {
        return only(name ->
                        other.get(name)
                                .filter(a -> get(name).orElse(a).compareTo(a) > 0)
                                .isPresent())
                .names();
    }

    /** As in messages about quotas: {@code cpu=1,memory=1Gi}. */
    @Override
    public String toString() {
        return amounts.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }

    private ResourceList merge(ResourceList other, BinaryOperator<Quantity> merger) {
        SortedMap<String, Quantity> all = new TreeMap<>(amounts);
        other.amounts.forEach((name, amount) -> all.merge(name, amount, merger));
        return new ResourceList(all);
    }
}
