package io.alcove.apimachinery.json;

/** Texts with escapes of half a character. */
final class Surrogates {

    private Surrogates() {}

    static String replaceUnpaired(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(replaced::appendCodePoint);
        return replaced.toString();
    }
}
