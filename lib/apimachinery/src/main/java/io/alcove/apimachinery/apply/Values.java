package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.apply.Shape.Kind;
import org.jspecify.annotations.Nullable;

/** What two values of one shape are to be taken for together. */
final class Values {

    private Values() {}

    /**
     * Two empty maps or lists are leaves, so that empty and null stay apart; so are two values of
     * which only one is what the shape expects.
     */
    static Kind kind(Shape shape, @Nullable JsonNode left, @Nullable JsonNode right) {
        Kind kind = shape.kind(isPresent(right) ? right : left);
        if (kind == Kind.LEAF || (isEmpty(left) && isEmpty(right))) {
            return Kind.LEAF;
        }
        return fits(kind, left) && fits(kind, right) ? kind : Kind.LEAF;
    }

    private static boolean fits(Kind kind, @Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (kind == Kind.MAP ? value.isObject() : value.isArray());
    }

    private static boolean isPresent(@Nullable JsonNode value) {
        return value != null && !value.isNull();
    }

    private static boolean isEmpty(@Nullable JsonNode value) {
        return value == null || value.isNull() || (value.isContainerNode() && value.isEmpty());
    }
}
