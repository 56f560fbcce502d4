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

    static ValueForm parse(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 's' -> Scalar.TEXT;
            case 'b' -> Scalar.FLAG;
            case 'n' -> Scalar.NUMBER;
            case 'y' -> Scalar.BYTES;
            case 't' -> Scalar.TIME;
            case 'u' -> Scalar.MICRO_TIME;
            case 'q' -> Scalar.QUANTITY;
            case 'i' -> Scalar.INT_OR_STRING;
            case 'r' -> Scalar.RAW;
            case 'l' -> new ListOf(parse(rest));
            case 'm' -> new MapOf(parse(rest));
            case 'o' -> new Struct(rest);
            default -> throw new IllegalArgumentException("no value form: " + text);
        };
    }
}
