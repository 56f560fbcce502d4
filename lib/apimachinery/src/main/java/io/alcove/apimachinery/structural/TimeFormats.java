package io.alcove.apimachinery.structural;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Dates, times and durations, as lenient as upstream is. */
final class TimeFormats {

    private static final Pattern DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}$");
    private static final Pattern TIME =
            Pattern.compile(
                    "^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$");
    private static final Pattern GO_DURATION =
            Pattern.compile("^[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$");
    private static final Pattern WORDS = Pattern.compile("(\\d+)\\s*([A-Za-zµ]+)");

    /** What a unit is called, and last what its names begin with. */
    private static final List<List<String>> UNITS =
            List.of(
                    List.of("ns", "nano"),
                    List.of("us", "µs", "micro"),
                    List.of("ms", "milli"),
                    List.of("s", "sec"),
                    List.of("m", "min"),
                    List.of("h", "hr", "hour"),
                    List.of("d", "day"),
                    List.of("w", "wk", "week"));

    private TimeFormats() {}

    static boolean isDate(String text) {
        if (!DATE.matches(text)) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    static boolean isDateTime(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
        if (parts.length < 2 || !isDate(parts[0])) {
            return false;
        }
        Matcher time = TIME.matcher(parts[1]);
        return time.find()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }

    static boolean isDuration(String text) {
        return GO_DURATION.matches(text) || hasWords(text);
    }

    private static boolean hasWords(String text) {
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            String unit = words.group(2).toLowerCase(Locale.ROOT);
            if (UNITS.stream().anyMatch(names -> isNamed(unit, names))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String unit, List<String> names) {
        return names.contains(unit) || unit.startsWith(names.getLast());
    }
}
