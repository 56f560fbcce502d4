package io.alcove.apimachinery.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON that this program wrote, without making a text of anything: names and texts are
 * ranges of bytes. What is no JSON ends in an {@link IllegalArgumentException}.
 */
final class JsonScanner {

    private static final int HEX = 16;

    private final byte[] json;
    private final int end;
    private int at;
    private byte[] text = {};
    private int textStart;
    private int textEnd;

    JsonScanner(byte[] json) {
        this.json = json;
        this.end = json.length;
    }

    int position() {
        return at;
    }

    byte[] bytes() {
        return json;
    }

    /** The first byte of the next value. */
    byte peek() {
        while (at < end && json[at] <= ' ') {
            at++;
        }
        if (at >= end) {
            throw malformed();
        }
        return json[at];
    }

    /** Into an object or a list, whose bracket comes next. */
    void enter() {
        peek();
        at++;
    }

    /** Whether another element follows; past the closing bracket where none does. */
    boolean hasNext(char close) {
        byte next = peek();
        if (next == ',') {
            at++;
            next = peek();
        }
        if (next == close) {
            at++;
            return false;
        }
        return true;
    }

    /** Past a field's name and colon: the name is what {@link #text()} holds. */
    void fieldName() {
        readText();
        if (peek() != ':') {
            throw malformed();
        }
        at++;
    }

    boolean skipNull() {
        if (peek() != 'n') {
            return false;
        }
        at += "null".length();
        return true;
    }

    boolean readBoolean() {
        boolean value = peek() == 't';
        at += value ? "true".length() : "false".length();
        return value;
    }

    /** Digits, or what else stands there as a number. */
    long readLong() {
        int start = skipNumber();
        long value = 0;
        boolean negative = json[start] == '-';
        for (int i = negative ? start + 1 : start; i < at; i++) {
            int digit = json[i] - '0';
            if (digit < 0 || digit > 9) {
                return new java.math.BigDecimal(ascii(start, at)).longValue();
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    double readDouble() {
        int start = skipNumber();
        return Double.parseDouble(ascii(start, at));
    }

    private int skipNumber() {
        peek();
        int start = at;
        while (at < end && "+-.eE0123456789".indexOf(json[at]) >= 0) {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
        return start;
    }

    /** Makes the next value, a text, what {@link #text()} holds. */
    void readText() {
        if (peek() != '"') {
            throw malformed();
        }
        int start = at + 1;
        int i = start;
        while (i < end && json[i] != '"' && json[i] != '\\') {
            i++;
        }
        if (i >= end) {
            throw malformed();
        }
        if (json[i] == '"') {
            text = json;
            textStart = start;
            textEnd = i;
            at = i + 1;
        } else {
            unescape(start, i);
        }
    }

    byte[] text() {
        return text;
    }

    int textStart() {
        return textStart;
    }

    int textEnd() {
        return textEnd;
    }

    String textAsString() {
        return new String(text, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    }

    void skip() {
        switch (peek()) {
            case '"' -> skipText();
            case '{', '[' -> skipNested();
            case 'n', 't' -> at += "null".length();
            case 'f' -> at += "false".length();
            default -> skipNumber();
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> skipText();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }

    private void skipText() {
        at++;
        while (at < end && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at++;
        if (at > end) {
            throw malformed();
        }
    }

    private void unescape(int start, int firstEscape) {
        int from = at;
        skipText();
        byte[] out = new byte[at - from];
        int length = firstEscape - start;
        System.arraycopy(json, start, out, 0, length);
        int i = firstEscape;
        while (json[i] != '"') {
            if (json[i] != '\\') {
                out[length++] = json[i++];
                continue;
            }
            if (json[i + 1] == 'u') {
                int high = hex(i + 2);
                i += 6;
                int codePoint = high;
                if (Character.isHighSurrogate((char) high) && isEscape(i)) {
                    int low = hex(i + 2);
                    if (Character.isLowSurrogate((char) low)) {
                        codePoint = Character.toCodePoint((char) high, (char) low);
                        i += 6;
                    }
                }
                byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, out, length, utf8.length);
                length += utf8.length;
            } else {
                out[length++] = plain(json[i + 1]);
                i += 2;
            }
        }
        text = out;
        textStart = 0;
        textEnd = length;
    }

    private boolean isEscape(int i) {
        return i + 6 <= end && json[i] == '\\' && json[i + 1] == 'u';
    }

    private int hex(int i) {
        return Integer.parseInt(ascii(i, i + 4), HEX);
    }

    private static byte plain(byte escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }

    private String ascii(int from, int to) {
        return new String(Arrays.copyOfRange(json, from, to), StandardCharsets.US_ASCII);
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not JSON at " + at);
    }
}
