package io.alcove.apiserver.form;

/** What a field's value is in Go. */
public sealed interface ValueForm {

    enum Scalar implements ValueForm {
        TEXT,
        FLAG,
        NUMBER,
        BYTES,
        TIME,
        MICRO_TIME,
        QUANTITY,
        INT_OR_STRING,
        RAW
    }

    record ListOf(ValueForm element) implements ValueForm {}

    record MapOf(ValueForm value) implements ValueForm {}

    /** A struct, by its type's name ("core.v1.Container"). */
    record Struct(String type) implements ValueForm {}
}
