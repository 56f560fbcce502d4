package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list's elements by the steps that name them, several where the list has duplicates. Elements
 * that nothing names are left out.
 */
final class ListIndex {

    private final List<PathElement> order = new ArrayList<>();
    private final List<JsonNode> items = new ArrayList<>();
    private final Map<PathElement, List<JsonNode>> byStep = new LinkedHashMap<>();

    static ListIndex of(Shape shape, @Nullable JsonNode list) {
        ListIndex index = new ListIndex();
        if (list != null) {
            for (JsonNode item : list) {
                index.add(shape, item);
            }
        }
        return index;
    }

    /** The steps in the list's order, repeated where elements are. */
    List<PathElement> order() {
        return order;
    }

    JsonNode item(int position) {
        return items.get(position);
    }

    Map<PathElement, List<JsonNode>> byStep() {
        return byStep;
    }

    boolean has(PathElement step) {
        return byStep.containsKey(step);
    }

    List<JsonNode> all(PathElement step) {
        return byStep.getOrDefault(step, List.of());
    }

    /** The one element of the name; null where there is none, or several. */
    @Nullable JsonNode only(PathElement step) {
        List<JsonNode> found = all(step);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private void add(Shape shape, JsonNode item) {
        try {
            PathElement step = shape.step(item);
            order.add(step);
            items.add(item);
            byStep.computeIfAbsent(step, _ -> new ArrayList<>(1)).add(item);
        } catch (UnnamedElementException _) {
            // such an element belongs to nobody
        }
    }
}
