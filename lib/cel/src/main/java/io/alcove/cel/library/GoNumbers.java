package io.alcove.cel.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers that Go would read. */
final class GoNumbers {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private GoNumbers() {}

    static Optional<Double> parseDouble(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(Double.parseDouble(text)).filter(d -> !d.isInfinite());
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Optional.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }
}
