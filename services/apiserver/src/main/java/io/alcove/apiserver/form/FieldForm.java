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
}
