package io.alcove.cel.interpreter;

import io.alcove.cel.cost.Factors;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.Values;
import org.jspecify.annotations.Nullable;

/** The costs of the language's extensions of lists and sets. */
final class ListCallCosts {

    private ListCallCosts() {}

    static @Nullable CallCost of(String overload) {
        return switch (overload) {
            case "list_sets_contains_list", "list_sets_intersects_list" -> sets(1);
            case "list_sets_equivalent_list" -> sets(2);
            case "list_slice", "lists_range", "list_reverse" ->
                    (arguments, result) -> list(1, Values.size(result));
            case "list_flatten" -> (arguments, result) -> list(1, Values.size(arguments[0]));
            case "list_flatten_int" ->
                    (arguments, result) ->
                            list(
                                    arguments[1] instanceof Long depth ? depth : 1,
                                    Values.size(arguments[0]));
            case "list_distinct" -> (arguments, result) -> compared(arguments[0]);
            default -> sorted(overload);
        };
    }

    private static @Nullable CallCost sorted(String overload) {
        if (overload.endsWith("_sortByAssociatedKeys")) {
            return (arguments, result) -> compared(arguments[1]);
        }
        return overload.startsWith("list_") && overload.endsWith("_sort")
                ? (arguments, result) -> compared(arguments[0])
                : null;
    }

    private static CallCost sets(double factor) {
        return (arguments, result) ->
                (long)
                                Math.ceil(
                                        (double) Values.size(arguments[0])
                                                * Values.size(arguments[1])
                                                * factor)
                        + 1;
    }

    private static long compared(Object value) {
        if (!(value instanceof ListValue list) || list.size() == 0) {
            return list(2, 0);
        }
        boolean texts = list.get(0) instanceof String || list.get(0) instanceof ByteString;
        return list(2 + (texts ? Factors.STRING_TRAVERSAL : 0), (long) list.size() * list.size());
    }

    private static long list(double factor, long size) {
        return (long) (size * factor) + 1 + Factors.LIST;
    }
}
