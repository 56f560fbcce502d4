package io.alcove.cel.value;

import org.jspecify.annotations.Nullable;

/** When two values are the same: always decided, values of different types are not. */
public final class Equality {

    private Equality() {}

    public static boolean equal(Object left, Object right) {
        return switch (left) {
            case ListValue l -> right instanceof ListValue r && l.sameAs(r);
            case MapValue l -> right instanceof MapValue r && l.sameAs(r);
            case OptionalValue l -> right instanceof OptionalValue r && optional(l, r);
            case Object l when Numbers.isNumber(l) ->
                    Numbers.isNumber(right) && Numbers.equal(l, right);
            default -> left.equals(right);
        };
    }

    private static boolean optional(OptionalValue left, OptionalValue right) {
        @Nullable Object l = left.value();
        @Nullable Object r = right.value();
        if (l == null || r == null) {
            return l == null && r == null;
        }
        return equal(l, r);
    }
}
