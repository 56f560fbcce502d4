package io.alcove.apimachinery.schema;

/**
 * How upstream's Go struct encodes a field, which decides what of an empty value is written.
 *
 * @param type the Go type where the schema does not tell it ("v1.Protocol"), or empty
 * @param embedded the embedded structs that the field comes through ("VolumeSource"), or empty
 * @param pointer absent and zero are different values
 * @param omitEmpty a zero number, false, an empty text, list or map is left out
 * @param omitZero a struct that says so itself (Time) is left out when zero
 */
public record GoField(
        String type, String embedded, boolean pointer, boolean omitEmpty, boolean omitZero) {

    /** Reads the packed form: "*", "o" and "z" in any number, then ":" type, then "^" embedded. */
    static GoField parse(String packed) {
        String rest = before(packed, '^');
        String marks = before(rest, ':');
        return new GoField(
                after(rest, ':'),
                after(packed, '^'),
                marks.contains("*"),
                marks.contains("o"),
                marks.contains("z"));
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + 1);
    }
}
