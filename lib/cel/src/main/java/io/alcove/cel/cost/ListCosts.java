package io.alcove.cel.cost;

import static io.alcove.cel.cost.Factors.STRING_TRAVERSAL;

import io.alcove.cel.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates of the language's extensions of lists and sets, which go by overload. */
record ListCosts(SizeSource sizes) {

    @Nullable CallEstimate estimate(String overload, @Nullable Node target, List<Node> arguments) {
        return switch (overload) {
            case "list_sets_contains_list", "list_sets_intersects_list" -> sets(arguments, 1);
            case "list_sets_equivalent_list" -> sets(arguments, 2);
            case "lists_range" -> list(1, Range.exactly(literal(arguments.getFirst(), -1)));
            default -> target == null ? null : member(overload, target, arguments);
        };
    }

    private @Nullable CallEstimate member(String overload, Node target, List<Node> arguments) {
        Range size = target.size(sizes);
        return switch (overload) {
            case "list_slice" ->
                    list(
                            1,
                            Range.exactly(
                                    Math.max(
                                            0,
                                            literal(arguments.get(1), size.rawMax())
                                                    - literal(arguments.get(0), 0))));
            case "list_flatten" -> list(1, size);
            case "list_flatten_int" -> list((double) literal(arguments.getFirst(), -1), size);
            case "list_reverse" -> list(1, size);
            case "list_distinct" -> list(2, size.times(size));
            default -> sorted(overload, size, arguments);
        };
    }

    private @Nullable CallEstimate sorted(String overload, Range size, List<Node> arguments) {
        boolean texts = overload.startsWith("list_string_") || overload.startsWith("list_bytes_");
        double factor = 2 + (texts ? STRING_TRAVERSAL : 0);
        if (overload.endsWith("_sort")) {
            return list(factor, size.times(size));
        }
        if (overload.endsWith("_sortByAssociatedKeys")) {
            Range keys = arguments.getFirst().size(sizes);
            return list(factor, keys.times(keys));
        }
        return null;
    }

    private CallEstimate sets(List<Node> arguments, double factor) {
        return CallEstimate.of(
                arguments
                        .get(0)
                        .size(sizes)
                        .times(arguments.get(1).size(sizes))
                        .times(factor)
                        .plus(Range.ONE));
    }

    private static CallEstimate list(double factor, Range size) {
        return CallEstimate.of(
                size.times(factor).plus(Range.ONE).plus(Range.exactly(Factors.LIST)), size);
    }

    private static long literal(Node node, long otherwise) {
        return node.expr() instanceof Expr.Literal literal && literal.value() instanceof Long value
                ? Math.max(0, value)
                : otherwise;
    }
}
