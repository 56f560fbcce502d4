package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** What a pod takes by its containers. */
public final class ContainerSums {

    private ContainerSums() {}

    /** What the containers take together, where init containers run before or beside them. */
    public static Map<String, Quantity> of(JsonNode spec, String list) {
        Map<String, Quantity> sums = new TreeMap<>();
        for (JsonNode container : spec.path("containers")) {
            amounts(container, list).forEach((n, q) -> sums.merge(n, q, Quantity::add));
        }
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> peak = new TreeMap<>();
        for (JsonNode init : spec.path("initContainers")) {
            Map<String, Quantity> own = amounts(init, list);
            if (init.path("restartPolicy").asText("").equals("Always")) {
                own.forEach((n, q) -> sums.merge(n, q, Quantity::add));
                own.forEach((n, q) -> sidecars.merge(n, q, Quantity::add));
                sidecars.forEach((n, q) -> peak.merge(n, q, ContainerSums::larger));
            } else {
                Map<String, Quantity> beside = new TreeMap<>(sidecars);
                own.forEach((n, q) -> beside.merge(n, q, Quantity::add));
                beside.forEach((n, q) -> peak.merge(n, q, ContainerSums::larger));
            }
        }
        peak.forEach((n, q) -> sums.merge(n, q, ContainerSums::larger));
        return sums;
    }

    private static Map<String, Quantity> amounts(JsonNode container, String list) {
        Map<String, Quantity> amounts = new TreeMap<>();
        container
                .path("resources")
                .path(list)
                .properties()
                .forEach(e -> amounts.put(e.getKey(), Quantities.of(e.getValue())));
        return amounts;
    }

    private static Quantity larger(Quantity a, Quantity b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
