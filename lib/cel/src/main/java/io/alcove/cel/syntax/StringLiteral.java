package io.alcove.cel.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes quotes and escapes off string and bytes literals. */
final class StringLiteral {

    private static final String INVALID = "unable to unescape string";

    private final String text;
    private final boolean bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private StringLiteral(String text, boolean bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    static String string(String token) throws SyntaxException {
        return new String(decode(token, false), StandardCharsets.UTF_8);
    }

    /**
     * @param token without the leading b
     */
    static byte[] bytes(String token) throws SyntaxException {
        return decode(token, true);
    }

    private static byte[] decode(String token, boolean bytes) throws SyntaxException {
        String text = token.replace("\r\n", "\n").replace('\r', '\n');
        boolean raw = text.startsWith("r") || text.startsWith("R");
        if (raw) {
            text = text.substring(1);
        }
        int quotes =
                text.length() >= 6 && (text.startsWith("'''") || text.startsWith("\"\"\"")) ? 3 : 1;
        String inner = text.substring(quotes, text.length() - quotes);
        if (raw || inner.indexOf('\\') < 0) {
            return inner.getBytes(StandardCharsets.UTF_8);
        }
        return new StringLiteral(inner, bytes).unescape();
    }

    private byte[] unescape() throws SyntaxException {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\') {
                escape();
            } else {
                encode(c);
            }
        }
        return out.toByteArray();
    }

    private void escape() throws SyntaxException {
        if (at >= text.length()) {
            throw new SyntaxException("unable to unescape string, found '\\' as last character");
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'a' -> out.write(7);
            case 'b' -> out.write('\b');
            case 'f' -> out.write('\f');
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'v' -> out.write(11);
            case '\\', '\'', '"', '`', '?' -> out.write(c);
            case 'x', 'X' -> value(digits(2, 16, INVALID));
            case 'u' -> unicode(4);
            case 'U' -> unicode(8);
            case '0', '1', '2', '3' -> octal();
            default -> throw new SyntaxException(INVALID);
        }
    }

    private void unicode(int length) throws SyntaxException {
        if (bytes) {
            throw new SyntaxException(INVALID);
        }
        value(digits(length, 16, INVALID));
    }

    private void octal() throws SyntaxException {
        at--;
        value(digits(3, 8, "unable to unescape octal sequence in string"));
    }

    private long digits(int length, int radix, String otherwise) throws SyntaxException {
        if (at + length > text.length()) {
            throw new SyntaxException(otherwise);
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = Character.digit(text.charAt(at++), radix);
            if (digit < 0) {
                throw new SyntaxException(otherwise);
            }
            value = value * radix + digit;
        }
        return value;
    }

    /** A number is a byte in bytes, a code point in a string. */
    private void value(long value) throws SyntaxException {
        if (bytes) {
            out.write((int) value);
            return;
        }
        if (value > Character.MAX_CODE_POINT || (value >= 0xd800 && value < 0xe000)) {
            throw new SyntaxException("invalid unicode code point");
        }
        encode((int) value);
    }

    private void encode(int codePoint) {
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
