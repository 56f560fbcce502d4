package io.alcove.cel.library;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The order of values. */
public final class Comparisons {

    private record Pair(String suffix, CelType left, CelType right) {}

    private static final List<Pair> PAIRS =
            List.of(
                    new Pair("bool", CelType.BOOL, CelType.BOOL),
                    new Pair("int64", CelType.INT, CelType.INT),
                    new Pair("int64_double", CelType.INT, CelType.DOUBLE),
                    new Pair("int64_uint64", CelType.INT, CelType.UINT),
                    new Pair("uint64", CelType.UINT, CelType.UINT),
                    new Pair("uint64_double", CelType.UINT, CelType.DOUBLE),
                    new Pair("uint64_int64", CelType.UINT, CelType.INT),
                    new Pair("double", CelType.DOUBLE, CelType.DOUBLE),
                    new Pair("double_int64", CelType.DOUBLE, CelType.INT),
                    new Pair("double_uint64", CelType.DOUBLE, CelType.UINT),
                    new Pair("string", CelType.STRING, CelType.STRING),
                    new Pair("bytes", CelType.BYTES, CelType.BYTES),
                    new Pair("timestamp", CelType.TIMESTAMP, CelType.TIMESTAMP),
                    new Pair("duration", CelType.DURATION, CelType.DURATION));

    private Comparisons() {}

    static List<FunctionDeclaration> functions() {
        return List.of(
                operator(Operators.LESS, "less", c -> c < 0),
                operator(Operators.LESS_EQUALS, "less_equals", c -> c <= 0),
                operator(Operators.GREATER, "greater", c -> c > 0),
                operator(Operators.GREATER_EQUALS, "greater_equals", c -> c >= 0));
    }

    private static FunctionDeclaration operator(String name, String prefix, IntPredicate holds) {
        Implementation.Binary implementation =
                (left, right) -> {
                    if (!isOrdered(left)) {
                        return new CelError("no such overload: " + name);
                    }
                    Object order = compare(left, right);
                    return order instanceof Integer i ? (Object) holds.test(i) : order;
                };
        List<Overload> overloads = new ArrayList<>();
        for (Pair pair : PAIRS) {
            overloads.add(
                    Overload.global(
                            prefix + "_" + pair.suffix(),
                            List.of(pair.left(), pair.right()),
                            CelType.BOOL,
                            implementation));
        }
        return FunctionDeclaration.unguarded(name, overloads);
    }

    static boolean isOrdered(Object value) {
        return Numbers.isNumber(value)
                || value instanceof String
                || value instanceof Boolean
                || value instanceof ByteString
                || value instanceof Instant
                || value instanceof Duration;
    }

    /** The order as an Integer, or a CelError. */
    static Object compare(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return isNan(left) || isNan(right)
                    ? new CelError("NaN values cannot be ordered")
                    : (Object) Numbers.compare(left, right);
        }
        return switch (left) {
            case String l when right instanceof String r -> compareText(l, r);
            case Boolean l when right instanceof Boolean r -> l.compareTo(r);
            case ByteString l when right instanceof ByteString r -> l.compareTo(r);
            case Instant l when right instanceof Instant r -> l.compareTo(r);
            case Duration l when right instanceof Duration r -> l.compareTo(r);
            default -> CelError.NO_SUCH_OVERLOAD;
        };
    }

    private static boolean isNan(Object value) {
        return value instanceof Double d && d.isNaN();
    }

    /** By code points, as UTF-8 sorts. */
    private static int compareText(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean bothOrNone = Character.isSurrogate(l) == Character.isSurrogate(r);
                return bothOrNone ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
