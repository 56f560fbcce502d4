package io.alcove.cel.library;

import java.time.Duration;
import java.util.Optional;

/** Durations as Go writes them: "1h30m". */
public final class DurationTexts {

    private DurationTexts() {}

    public static Optional<Duration> parse(String text) {
        return Durations.parse(text);
    }
}
