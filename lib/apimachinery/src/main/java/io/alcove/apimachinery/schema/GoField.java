package io.alcove.apimachinery.schema;

/**
 * How upstream's Go struct encodes a field, which decides what of an empty value is written.
 *
 * @param type the Go type where the schema does not tell it ("v1.Protocol"), or empty
 * @param pointer absent and zero are different values
 * @param omitEmpty a zero number, false, an empty text, list or map is left out
 * @param omitZero a struct that says so itself (Time) is left out when zero
 */
public record GoField(String type, boolean pointer, boolean omitEmpty, boolean omitZero) {

    /** Reads the packed form: "*", "o" and "z" in any number, then ":" and the type. */
    static GoField parse(String packed) {
        int colon = packed.indexOf(':');
        String marks = colon < 0 ? packed : packed.substring(0, colon);
        String type = colon < 0 ? "" : packed.substring(colon + 1);
        return new GoField(type, marks.contains("*"), marks.contains("o"), marks.contains("z"));
    }
}
