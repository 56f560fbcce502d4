package io.alcove.cel.value;

import java.math.BigDecimal;
import java.time.Duration;

/** How numbers and durations are written. */
public final class Texts {

    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -4;

    private Texts() {}

    /** The shortest text of a double that reads back as the same: "1.5", "1e+21", "NaN", "+Inf". */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= MIN_PLAIN_EXPONENT && exponent < MAX_PLAIN_EXPONENT) {
            return decimal.toPlainString();
        }
        return scientific(decimal, exponent);
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = decimal.signum() < 0 ? "-" : "";
        return "%s%s%se%s%02d"
                .formatted(
                        sign,
                        digits.charAt(0),
                        fraction,
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }

    /** A duration in seconds: "90s", "0.5s". */
    public static String seconds(Duration duration) {
        BigDecimal seconds =
                BigDecimal.valueOf(duration.getSeconds())
                        .add(BigDecimal.valueOf(duration.getNano(), 9));
        BigDecimal shown = seconds.signum() == 0 ? BigDecimal.ZERO : seconds.stripTrailingZeros();
        return shown.toPlainString() + "s";
    }
}
