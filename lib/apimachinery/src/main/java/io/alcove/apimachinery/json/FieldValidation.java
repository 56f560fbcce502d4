package io.alcove.apimachinery.json;

import java.util.Optional;

/** What becomes of a request whose body has unknown or duplicate fields; they are never kept. */
public enum FieldValidation {
    IGNORE("Ignore"),
    WARN("Warn"),
    STRICT("Strict");

    private final String word;

    FieldValidation(String word) {
        this.word = word;
    }

    /** Reads the query parameter; the empty text is {@link #WARN}, as upstream's default is. */
    public static Optional<FieldValidation> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(WARN);
        }
        for (FieldValidation validation : values()) {
            if (validation.word.equals(text)) {
                return Optional.of(validation);
            }
        }
        return Optional.empty();
    }
}
