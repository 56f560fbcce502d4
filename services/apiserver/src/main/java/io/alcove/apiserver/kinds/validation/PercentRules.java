package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.Names;

/** Fields that hold a number of pods or a share of them. */
public final class PercentRules {

    private PercentRules() {}

    public static void check(Inspection value) {
        if (value.node().isTextual()) {
            value.checked(Names::percent);
        } else {
            value.nonNegative();
        }
    }

    public static void atMost100(Inspection value) {
        if (isPercent(value) && value(value) > 100) {
            value.invalid("must not be greater than 100%");
        }
    }

    private static boolean isPercent(Inspection value) {
        return value.node().isTextual() && Names.percent(value.text()).isEmpty();
    }

    /** The number before the percent sign, or the number; zero where there is none. */
    public static long value(Inspection value) {
        if (!value.node().isTextual()) {
            return value.number();
        }
        String text = value.text();
        String digits = isPercent(value) ? text.substring(0, text.length() - 1) : text;
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
