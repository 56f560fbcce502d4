package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;
import java.util.OptionalDouble;

/** The rules of numbers. */
final class NumberRules {

    private NumberRules() {}

    static void check(JsonNode value, ValueRules rules, String path, ValidationResult result) {
        checkRange("Checked", value, rules, path, result);
        checkMultiple(value, rules, path, result);
        checkBound(value, rules.minimum, rules.exclusiveMinimum, false, path, result);
        checkBound(value, rules.maximum, rules.exclusiveMaximum, true, path, result);
        result.match();
        result.match();
    }

    private static void checkRange(
            String what, JsonNode value, ValueRules rules, String path, ValidationResult result) {
        boolean integer = rules.types.equals(List.of("integer"));
        boolean fits =
                switch (rules.format) {
                    case "int32" ->
                            (TypeCheck.isInteger(value) && value.longValue() == value.intValue())
                                    || isWholeWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case "float" -> Math.abs(value.doubleValue()) <= Float.MAX_VALUE;
                    default -> true;
                };
        if (fits
                && integer
                && !TypeCheck.isInteger(value)
                && !isWholeWithin(value, Long.MIN_VALUE, Long.MAX_VALUE)) {
            fits = false;
        }
        if (!fits) {
            String type = integer ? "integer" : "number";
            String format =
                    rules.format.isEmpty() ? " (default format)" : " with format " + rules.format;
            result.fail("%s value must be of type %s%s in %s".formatted(what, type, format, path));
        }
    }

    private static boolean isWholeWithin(JsonNode value, double min, double max) {
        double number = value.doubleValue();
        return number == Math.rint(number) && number >= min && number <= max;
    }

    private static void checkMultiple(
            JsonNode value, ValueRules rules, String path, ValidationResult result) {
        if (rules.multipleOf.isEmpty()) {
            return;
        }
        double factor = rules.multipleOf.getAsDouble();
        boolean whole = TypeCheck.isInteger(value);
        if (factor <= 0 || (whole && (long) factor <= 0)) {
            String message =
                    "factor MultipleOf declared for %s must be positive: %s"
                            .formatted(path, whole ? "" + (long) factor : GoFloat.text(factor));
            result.fail(message, path, at -> StatusCause.invalid(at, factor, message));
            return;
        }
        boolean multiple =
                whole
                        ? value.longValue() % (long) factor == 0
                        : TypeCheck.isWhole(
                                factor < 1
                                        ? 1 / factor * value.doubleValue()
                                        : value.doubleValue() / factor);
        if (!multiple) {
            String message =
                    "%s in body should be a multiple of %s"
                            .formatted(path, whole ? "" + (long) factor : GoFloat.text(factor));
            fail(value, message, path, result);
        }
    }

    private static void checkBound(
            JsonNode value,
            OptionalDouble bound,
            boolean exclusive,
            boolean upper,
            String path,
            ValidationResult result) {
        if (bound.isEmpty()) {
            return;
        }
        boolean whole = TypeCheck.isInteger(value);
        int order =
                whole
                        ? Long.compare(value.longValue(), (long) bound.getAsDouble())
                        : Double.compare(value.doubleValue(), bound.getAsDouble());
        boolean fails = upper ? order > 0 : order < 0;
        if (fails || (exclusive && order == 0)) {
            String relation =
                    (upper ? "less" : "greater") + " than" + (exclusive ? "" : " or equal to");
            String limit =
                    whole ? "" + (long) bound.getAsDouble() : GoFloat.text(bound.getAsDouble());
            fail(
                    value,
                    "%s in body should be %s %s".formatted(path, relation, limit),
                    path,
                    result);
        }
    }

    private static void fail(JsonNode value, String message, String path, ValidationResult result) {
        Object shown = TypeCheck.isInteger(value) ? value : GoFloat.text(value.doubleValue()) + "";
        result.fail(
                message,
                path,
                at ->
                        shown instanceof JsonNode node
                                ? StatusCause.invalid(at, node, message)
                                : new StatusCause(
                                        "FieldValueInvalid",
                                        "Invalid value: " + shown + ": " + message,
                                        at));
    }
}
