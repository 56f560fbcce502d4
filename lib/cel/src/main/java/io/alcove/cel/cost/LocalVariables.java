package io.alcove.cel.cost;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of folds at a place, with what is known of their sizes. */
final class LocalVariables {

    /**
     * @param path where its value comes from
     */
    record Variable(List<String> path, @Nullable Range size, @Nullable EntrySize entrySize) {}

    private final Map<String, Deque<Variable>> byName = new HashMap<>();

    void push(String name, Variable variable) {
        byName.computeIfAbsent(name, _ -> new ArrayDeque<>()).push(variable);
    }

    void pop(String name) {
        Deque<Variable> all = byName.get(name);
        if (all != null) {
            all.pop();
        }
    }

    @Nullable Variable find(String name) {
        Deque<Variable> all = byName.get(name);
        return all == null ? null : all.peek();
    }
}
