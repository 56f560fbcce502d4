package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Whether a value is of one of a schema's types. */
final class TypeCheck {

    /** The tolerance within which upstream takes a fraction for a whole number. */
    private static final double EPSILON = 1e-9;

    private static final double MAX_WHOLE = (1L << 53) - 1;

    record Mismatch(String expected, String given) {}

    private TypeCheck() {}

    static Optional<Mismatch> mismatch(JsonNode value, ValueRules rules) {
        List<String> types = rules.types;
        if (value.isNull()) {
            return types.isEmpty() || rules.nullable
                    ? Optional.empty()
                    : Optional.of(new Mismatch(String.join(",", types), "null"));
        }
        String given = type(value);
        boolean fits = types.contains(given) || isNumberOfOther(value, given, types);
        boolean sized = value.isTextual() || value.isArray();
        if (!sized && !rules.format.isEmpty() && !fits && !format(value).equals(rules.format)) {
            return Optional.of(new Mismatch(rules.format, format(value)));
        }
        boolean numeric = types.contains("number") || types.contains("integer");
        if (!numeric && !rules.format.isEmpty() && sized) {
            return Optional.empty();
        }
        return fits ? Optional.empty() : Optional.of(new Mismatch(String.join(",", types), given));
    }

    private static boolean isNumberOfOther(JsonNode value, String given, List<String> types) {
        return (given.equals("number") && types.contains("integer") && isWhole(value.doubleValue()))
                || (given.equals("integer") && types.contains("number"));
    }

    /** Go reads what does not fit into 64 bits as a float. */
    static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> isInteger(value) ? "integer" : "number";
            case NULL, MISSING -> "null";
        };
    }

    private static String format(JsonNode value) {
        if (!value.isNumber()) {
            return "";
        }
        return isInteger(value) ? "int64" : "float64";
    }

    static boolean isWhole(double value) {
        if (Double.isNaN(value) || Math.abs(value) > MAX_WHOLE) {
            return false;
        }
        double whole = (double) (long) value;
        if (value == whole) {
            return true;
        }
        double difference = Math.abs(value - whole);
        return whole != 0 && difference / (Math.abs(value) + Math.abs(whole)) < EPSILON;
    }
}
