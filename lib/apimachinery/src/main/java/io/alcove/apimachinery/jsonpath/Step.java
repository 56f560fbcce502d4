package io.alcove.apimachinery.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A step of a path, from each value to some of those in it. */
sealed interface Step {

    void apply(JsonNode value, Consumer<JsonNode> found);

    static List<JsonNode> walk(List<Step> steps, List<JsonNode> from) {
        List<JsonNode> current = from;
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            current.forEach(value -> step.apply(value, next::add));
            current = next;
        }
        return current;
    }

    /** A field of an object. */
    record Field(String name) implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            JsonNode field = value.get(name);
            if (field != null) {
                found.accept(field);
            }
        }
    }

    /** All fields or elements. */
    record Wildcard() implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            value.forEach(found);
        }
    }

    /** The value itself and all in it. */
    record Recursive() implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            if (value.isContainerNode()) {
                found.accept(value);
                value.forEach(each -> apply(each, found));
            }
        }
    }

    /** Elements from one to another, counted from the end where negative. */
    record Slice(OptionalInt start, OptionalInt end, int step) implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            if (!value.isArray()) {
                return;
            }
            int size = value.size();
            int from = place(start.orElse(0), size);
            int to = Math.min(place(end.orElse(size), size), size);
            for (int i = Math.max(from, 0); i < to; i += step) {
                found.accept(value.get(i));
            }
        }

        private static int place(int index, int size) {
            return index < 0 ? index + size : index;
        }
    }

    /** One element, counted from the end where negative. */
    record Index(int index) implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            JsonNode element =
                    value.isArray() ? value.get(index < 0 ? index + value.size() : index) : null;
            if (element != null) {
                found.accept(element);
            }
        }
    }

    /** What several paths find, one after the other. */
    record Union(List<List<Step>> paths) implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            paths.forEach(path -> walk(path, List.of(value)).forEach(found));
        }
    }

    /** The elements for which a comparison holds. */
    record Filter(Comparison comparison) implements Step {
        @Override
        public void apply(JsonNode value, Consumer<JsonNode> found) {
            value.forEach(
                    each -> {
                        if (comparison.holds(each)) {
                            found.accept(each);
                        }
                    });
        }
    }
}
