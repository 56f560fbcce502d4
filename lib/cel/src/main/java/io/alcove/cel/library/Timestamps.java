package io.alcove.cel.library;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Pattern;

/** Timestamps as RFC 3339 texts. */
public final class Timestamps {

    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{1,2}:\\d{2}:\\d{2}([.,]\\d+)?(Z|[+-]\\d{2}:\\d{2})");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static Optional<Instant> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(',', '.')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In UTC, with as many digits of the second as it has. */
    public static String text(Instant timestamp) {
        String seconds = SECONDS.format(timestamp);
        int nanos = timestamp.get(ChronoField.NANO_OF_SECOND);
        return nanos == 0
                ? seconds + "Z"
                : seconds + "." + "%09d".formatted(nanos).replaceAll("0+$", "") + "Z";
    }
}
