package io.alcove.apiserver.audit;

import java.util.Arrays;
import java.util.Optional;

/** How much an event tells. */
public enum Level {
    NONE("None"),
    METADATA("Metadata"),
    REQUEST("Request"),
    REQUEST_RESPONSE("RequestResponse");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean includes(Level other) {
        return compareTo(other) >= 0;
    }

    static Optional<Level> of(String word) {
        return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
    }
}
