package io.alcove.apimachinery.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Durations as upstream's tables show them: two or three digits that matter. */
final class HumanDuration {

    private static final String UNKNOWN = "<unknown>";

    private HumanDuration() {}

    /** The time since an RFC 3339 time; unknown where the text is empty. */
    static String since(String timestamp, Instant now) {
        if (timestamp.isEmpty()) {
            return UNKNOWN;
        }
        try {
            return of(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeException _) {
            return UNKNOWN;
        }
    }

    static String of(Duration duration) {
        // Whole seconds towards zero, as Go's conversion does.
        long seconds = duration.toMillis() / 1000;
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 120) {
            return Math.max(seconds, 0) + "s";
        }
        return minutes(seconds);
    }

    private static String minutes(long seconds) {
        long minutes = seconds / 60;
        if (minutes < 10) {
            return parts(minutes, "m", seconds % 60, "s");
        }
        return minutes < 180 ? minutes + "m" : hours(minutes);
    }

    private static String hours(long minutes) {
        long hours = minutes / 60;
        if (hours < 8) {
            return parts(hours, "h", minutes % 60, "m");
        }
        return hours < 48 ? hours + "h" : days(hours);
    }

    private static String days(long hours) {
        long days = hours / 24;
        if (days < 8) {
            return parts(days, "d", hours % 24, "h");
        }
        if (days < 365 * 2) {
            return days + "d";
        }
        return days < 365 * 8 ? parts(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String parts(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
