package io.alcove.apiserver.kinds.batch;

import io.alcove.apimachinery.status.GoText;
import java.util.Optional;
import java.util.Set;

/** Durations as Go writes them ("1h30m"). */
final class GoDuration {

    private static final Set<String> UNITS =
            Set.of("ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h");

    private GoDuration() {}

    /** What is wrong with a duration, in Go's words. */
    static Optional<String> problem(String text) {
        String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            return invalid(text);
        }
        while (!rest.isEmpty()) {
            int digits = 0;
            while (digits < rest.length() && isNumeric(rest.charAt(digits))) {
                digits++;
            }
            String number = rest.substring(0, digits);
            if (number.isEmpty()
                    || number.equals(".")
                    || number.indexOf('.') != number.lastIndexOf('.')) {
                return invalid(text);
            }
            int unitEnd = digits;
            while (unitEnd < rest.length() && !isNumeric(rest.charAt(unitEnd))) {
                unitEnd++;
            }
            String unit = rest.substring(digits, unitEnd);
            if (unit.isEmpty()) {
                return Optional.of("time: missing unit in duration " + GoText.quote(text));
            }
            if (!UNITS.contains(unit)) {
                return Optional.of(
                        "time: unknown unit "
                                + GoText.quote(unit)
                                + " in duration "
                                + GoText.quote(text));
            }
            rest = rest.substring(unitEnd);
        }
        return Optional.empty();
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static Optional<String> invalid(String text) {
        return Optional.of("time: invalid duration " + GoText.quote(text));
    }
}
