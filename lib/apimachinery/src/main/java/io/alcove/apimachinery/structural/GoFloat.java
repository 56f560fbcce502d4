package io.alcove.apimachinery.structural;

import java.math.BigDecimal;

/** Floating point numbers as Go's %v prints them. */
final class GoFloat {

    private static final int MIN_PLAIN_EXPONENT = -4;
    private static final int MAX_PLAIN_EXPONENT = 21;

    private GoFloat() {}

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= MIN_PLAIN_EXPONENT && exponent < MAX_PLAIN_EXPONENT) {
            return digits.toPlainString();
        }
        BigDecimal mantissa = digits.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return "%se%s%02d"
                .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
