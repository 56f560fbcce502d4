package io.alcove.cel.schema;

import io.alcove.cel.library.DurationTexts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations of the OpenAPI format: as Go writes them, or "3 days". */
final class JsonDurations {

    private static final Pattern WORDS = Pattern.compile("(-?\\d+)\\s*([a-zµμ]+)");

    private JsonDurations() {}

    static Optional<Duration> parse(String text) {
        Optional<Duration> plain = DurationTexts.parse(text);
        if (plain.isPresent()) {
            return plain;
        }
        Matcher words = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
        return words.matches()
                ? unit(words.group(2))
                        .map(unit -> unit.multipliedBy(Long.parseLong(words.group(1))))
                : Optional.empty();
    }

    private static Optional<Duration> unit(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "ns", "nano", "nanos", "nanosecond", "nanoseconds" -> Duration.ofNanos(1);
                    case "us", "µs", "micro", "micros", "microsecond", "microseconds" ->
                            Duration.ofNanos(1_000);
                    case "ms", "milli", "millis", "millisecond", "milliseconds" ->
                            Duration.ofMillis(1);
                    case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
                    case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
                    case "h", "hr", "hrs", "hour", "hours" -> Duration.ofHours(1);
                    case "d", "day", "days" -> Duration.ofDays(1);
                    case "w", "wk", "week", "weeks" -> Duration.ofDays(7);
                    default -> null;
                });
    }
}
