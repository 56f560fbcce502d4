package io.alcove.apiserver.kinds.validation;

/** Lengths as Go counts them: in bytes of UTF-8. */
public final class Bytes {

    private Bytes() {}

    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }

    /** Of what a base64 text stands for. */
    public static int ofBase64(String text) {
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return text.length() / 4 * 3 - padding;
    }
}
