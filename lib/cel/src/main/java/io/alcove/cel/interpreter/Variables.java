package io.alcove.cel.interpreter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an evaluation's variables. */
@FunctionalInterface
public interface Variables {

    Variables NONE = name -> null;

    /** What {@link io.alcove.cel.value.Values#of} takes; null where there is no such variable. */
    @Nullable Object find(String name);

    static Variables of(Map<String, ?> values) {
        return values::get;
    }
}
