package io.alcove.cel.checker;

import io.alcove.cel.type.CelType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that can be named at a place. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, CelType> variables = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    Scope declare(String name, CelType type) {
        variables.put(name, type);
        return this;
    }

    @Nullable CelType find(String name) {
        CelType own = variables.get(name);
        return own != null || outer == null ? own : outer.find(name);
    }
}
