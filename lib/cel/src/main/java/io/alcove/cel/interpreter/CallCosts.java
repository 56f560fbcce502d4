package io.alcove.cel.interpreter;

import static io.alcove.cel.cost.Factors.REGEX_LENGTH;
import static io.alcove.cel.cost.Factors.STRING_TRAVERSAL;

import io.alcove.cel.cost.Factors;
import io.alcove.cel.cost.Range;
import io.alcove.cel.cost.SelectorCost;
import io.alcove.cel.cost.UnitCosts;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.NamedSize;
import io.alcove.cel.value.OpaqueValue;
import io.alcove.cel.value.Values;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The costs of calls by function and overload. */
final class CallCosts {

    private static final CallCost ONE = (arguments, result) -> 1;

    private CallCosts() {}

    /**
     * @param overload empty where several come into question
     */
    static CallCost of(String function, String overload) {
        CallCost ofList = ListCallCosts.of(overload);
        CallCost added = ofList == null ? added(function, overload) : ofList;
        return added == null ? standard(overload) : added;
    }

    private static @Nullable CallCost added(String function, String overload) {
        if (UnitCosts.has(function)) {
            return ONE;
        }
        return switch (function) {
            case "check" -> (arguments, result) -> Factors.AUTHORIZATION_CHECK;
            case "fieldSelector", "labelSelector" ->
                    (arguments, result) ->
                            SelectorCost.of(Range.exactly(Values.size(arguments[1]))).max();
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
                    (arguments, result) -> traversal(arguments[0]);
            case "url",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "jsonpatch.escapeKey",
                    "cidr",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver" ->
                    (arguments, result) -> text(arguments[0], STRING_TRAVERSAL);
            case "replace", "split", "ip.isCanonical" ->
                    (arguments, result) -> text(arguments[0], 2 * STRING_TRAVERSAL);
            case "join" -> (arguments, result) -> text(result, 2 * STRING_TRAVERSAL);
            case "find", "findAll" ->
                    (arguments, result) -> pattern(arguments[0], Values.size(arguments[1]));
            case "ip" ->
                    overload.equals("cidr_ip")
                            ? ONE
                            : (arguments, result) -> text(arguments[0], STRING_TRAVERSAL);
            case "containsIP" -> contains(overload.equals("cidr_contains_ip_string"), false);
            case "containsCIDR" -> contains(overload.equals("cidr_contains_cidr_string"), true);
            case "validate" ->
                    (arguments, result) ->
                            arguments[0] instanceof NamedSize format
                                    ? pattern(arguments[1], format.patternSize())
                                    : 1;
            case "_==_" -> equality();
            default -> null;
        };
    }

    private static CallCost equality() {
        return (arguments, result) ->
                arguments[0] instanceof OpaqueValue opaque && opaque.comparesAtUnitCost()
                        ? 1
                        : comparison(arguments);
    }

    private static long ceil(double value) {
        return (long) Math.ceil(value);
    }

    private static long text(Object value, double factor) {
        return ceil(Values.size(value) * factor);
    }

    private static long pattern(Object text, long patternSize) {
        return ceil((1.0 + Values.size(text)) * STRING_TRAVERSAL)
                * ceil(patternSize * REGEX_LENGTH);
    }

    private static CallCost contains(boolean ofText, boolean masked) {
        return (arguments, result) -> {
            long size = Values.size(arguments[0]);
            long cost = ceil((size + size) * STRING_TRAVERSAL);
            if (masked) {
                cost += ceil(size * STRING_TRAVERSAL) + 1;
            }
            return ofText ? cost + text(arguments[1], STRING_TRAVERSAL) : cost;
        };
    }

    private static long comparison(Object[] arguments) {
        return ceil(
                Math.min(Values.size(arguments[0]), Values.size(arguments[1])) * STRING_TRAVERSAL);
    }

    private static CallCost standard(String overload) {
        return switch (overload) {
            case "starts_with_string",
                    "ends_with_string",
                    "string_to_bytes",
                    "bytes_to_string",
                    "strings_quote",
                    "string_format" ->
                    (arguments, result) -> text(arguments[0], STRING_TRAVERSAL);
            case "in_list" -> (arguments, result) -> Values.size(arguments[1]);
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes",
                    "equals",
                    "not_equals" ->
                    (arguments, result) -> comparison(arguments);
            case "add_string", "add_bytes" ->
                    (arguments, result) ->
                            ceil(
                                    (Values.size(arguments[0]) + Values.size(arguments[1]))
                                            * STRING_TRAVERSAL);
            case "matches_string" ->
                    (arguments, result) -> pattern(arguments[0], Values.size(arguments[1]));
            case "contains_string" ->
                    (arguments, result) ->
                            text(arguments[0], STRING_TRAVERSAL)
                                    * text(arguments[1], STRING_TRAVERSAL);
            default -> ONE;
        };
    }

    /** Of going through a value with all that is in it. */
    private static long traversal(Object value) {
        return switch (value) {
            case String text ->
                    (long) (text.getBytes(StandardCharsets.UTF_8).length * STRING_TRAVERSAL);
            case ByteString bytes -> (long) (bytes.size() * STRING_TRAVERSAL);
            case ListValue list -> {
                long cost = 0;
                for (int i = 0; i < list.size(); i++) {
                    cost += traversal(list.get(i));
                }
                yield cost;
            }
            case MapValue map -> {
                long cost = 0;
                for (Object key : map.keys()) {
                    Object entry = map.find(key);
                    cost += traversal(key) + (entry == null ? 0 : traversal(entry));
                }
                yield cost;
            }
            default -> 1;
        };
    }
}
