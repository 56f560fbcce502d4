package io.alcove.apiserver.admission.podsecurity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a pod may do; each level allows less than the one before. */
enum Level {
    PRIVILEGED,
    BASELINE,
    RESTRICTED;

    static Optional<Level> parse(String text) {
        return Stream.of(values()).filter(level -> level.toString().equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
