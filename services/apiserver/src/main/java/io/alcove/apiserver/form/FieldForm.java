package io.alcove.apiserver.form;

/** How a field of a Go struct is written. */
public record FieldForm(Presence presence, ValueForm value) {

    public enum Presence {
        /** A pointer that is left out when nil; a zero behind it stays. */
        POINTER,
        /** A pointer that is written as null when nil. */
        NULLABLE,
        /** A value that is left out when it is zero. */
        UNLESS_ZERO,
        /** A value that is always written. */
        ALWAYS
    }

    static FieldForm parse(String text) {
        Presence presence =
                switch (text.charAt(0)) {
                    case '*' -> Presence.POINTER;
                    case '?' -> Presence.NULLABLE;
                    case '-' -> Presence.UNLESS_ZERO;
                    case '+' -> Presence.ALWAYS;
                    default -> throw new IllegalArgumentException("no field form: " + text);
                };
        return new FieldForm(presence, ValueForm.parse(text.substring(1)));
    }
}
