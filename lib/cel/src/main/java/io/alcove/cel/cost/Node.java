package io.alcove.cel.cost;

import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An argument, as far as the cost of a call depends on it.
 *
 * @param path where it comes from; empty where that is no variable
 * @param computed its size, where the expression itself tells
 * @param expr null for the elements of a list
 */
record Node(List<String> path, CelType type, @Nullable Range computed, @Nullable Expr expr) {

    Range size(SizeSource sizes) {
        return computed != null ? computed : sizes.size(path).orElse(Range.UNKNOWN);
    }

    Range computedOrUnknown() {
        return computed != null ? computed : Range.UNKNOWN;
    }

    /** The elements of this list; empty where this is none. */
    Optional<Node> elements() {
        if (type.parameters().isEmpty()) {
            return Optional.empty();
        }
        List<String> of = new ArrayList<>(path);
        if (!of.isEmpty()) {
            of.add("@items");
        }
        return Optional.of(new Node(of, type.parameter(0), null, null));
    }
}
