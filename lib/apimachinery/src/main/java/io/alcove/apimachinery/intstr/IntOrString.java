package io.alcove.apimachinery.intstr;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields that hold a number, or a text such as "25%" or a port's name. */
public final class IntOrString {

    private IntOrString() {}

    public static boolean isPercent(JsonNode value) {
        return value.isTextual() && value.textValue().endsWith("%");
    }

    /**
     * The number, or the percentage of the total.
     *
     * @throws IllegalArgumentException where it is neither, with upstream's text
     */
    public static int scaled(JsonNode value, int total, boolean roundUp) {
        if (value.isIntegralNumber()) {
            return value.intValue();
        }
        if (!isPercent(value)) {
            throw new IllegalArgumentException(
                    "invalid value for IntOrString: invalid type: string is not a percentage");
        }
        double part = (double) percent(value.textValue()) * total / 100;
        return (int) (roundUp ? Math.ceil(part) : Math.floor(part));
    }

    private static int percent(String text) {
        String digits = text.substring(0, text.length() - 1);
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "invalid value for IntOrString: invalid value \""
                            + text
                            + "\": strconv.Atoi: parsing \""
                            + digits
                            + "\": invalid syntax");
        }
    }
}
