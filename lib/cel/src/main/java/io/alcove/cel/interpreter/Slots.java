package io.alcove.cel.interpreter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where folds keep their variables, by name at a place of the expression. */
final class Slots {

    private final @Nullable Slots outer;
    private final Map<String, Integer> byName = new HashMap<>();
    private final int[] count;

    private Slots(@Nullable Slots outer, int[] count) {
        this.outer = outer;
        this.count = count;
    }

    static Slots none() {
        return new Slots(null, new int[1]);
    }

    Slots inner() {
        return new Slots(this, count);
    }

    int declare(String name) {
        int slot = count[0]++;
        byName.put(name, slot);
        return slot;
    }

    @Nullable Integer find(String name) {
        Integer own = byName.get(name);
        return own != null || outer == null ? own : outer.find(name);
    }

    /** How many there are in the whole expression. */
    int total() {
        return count[0];
    }
}
