package io.alcove.apimachinery.json;

import java.util.Base64;

/** Base64 as Go reads it: line ends are skipped, and an error tells where. */
final class Base64Text {

    private Base64Text() {}

    /**
     * The text without line ends.
     *
     * @throws DecodeException with Go's message
     */
    static String normalize(String text) {
        String joined = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : joined(text);
        if (joined.length() % 4 == 0 && isValid(joined)) {
            return joined;
        }
        throw new DecodeException("illegal base64 data at input byte " + firstError(text));
    }

    private static boolean isValid(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String joined(String text) {
        return text.replace("\n", "").replace("\r", "");
    }

    private static int firstError(String text) {
        int inQuantum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            if (c == '=') {
                return inQuantum < 2 ? i : paddingError(text, i, inQuantum);
            }
            if (!isAlphabet(c)) {
                return i;
            }
            inQuantum = (inQuantum + 1) % 4;
        }
        return text.length() - inQuantum;
    }

    private static int paddingError(String text, int at, int inQuantum) {
        int next = at + 1;
        if (inQuantum == 2) {
            if (next == text.length()) {
                return next;
            }
            if (text.charAt(next) != '=') {
                return at;
            }
            next++;
        }
        return next;
    }

    private static boolean isAlphabet(char c) {
        return (Character.isLetterOrDigit(c) && c < 0x80) || "+/".indexOf(c) >= 0;
    }
}
