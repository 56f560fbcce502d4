package io.alcove.apimachinery.json;

import java.util.BitSet;
import java.util.Optional;

/**
 * Checks JSON's syntax in the order in which Go's encoding/json does, to say of wrong JSON what Go
 * says. Slow beside Jackson: for texts that Jackson has refused.
 */
final class GoSyntax {

    private static final int MAX_DEPTH = 10_000;

    /** Ends the scan; the message is Go's. */
    private static final class SyntaxError extends Exception {
        private static final long serialVersionUID = 1;

        SyntaxError(String message) {
            super(message, null, false, false);
        }
    }

    private final byte[] json;
    private final BitSet inObject = new BitSet();
    private int at;
    private int depth;

    private GoSyntax(byte[] json) {
        this.json = json;
    }

    /** What Go says is wrong with the text; empty where it is well-formed JSON. */
    static Optional<String> error(byte[] json) {
        try {
            new GoSyntax(json).scan();
            return Optional.empty();
        } catch (SyntaxError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void scan() throws SyntaxError {
        value();
        while (depth > 0) {
            afterValue();
        }
        skipSpace();
        if (at < json.length) {
            throw unexpected("after top-level value");
        }
    }

    /** One value, or the opening of one with its first key. */
    private void value() throws SyntaxError {
        skipSpace();
        switch (peek()) {
            case '{' -> openObject();
            case '[' -> openArray();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected("looking for beginning of value");
        }
    }

    private void openObject() throws SyntaxError {
        open(true);
        skipSpace();
        if (peek() == '}') {
            close();
        } else {
            keyAndValue();
        }
    }

    private void openArray() throws SyntaxError {
        open(false);
        skipSpace();
        if (peek() == ']') {
            close();
        } else {
            value();
        }
    }

    private void afterValue() throws SyntaxError {
        skipSpace();
        boolean object = inObject.get(depth);
        char next = peek();
        if (next == (object ? '}' : ']')) {
            close();
        } else if (next != ',') {
            throw unexpected(object ? "after object key:value pair" : "after array element");
        } else {
            at++;
            if (object) {
                keyAndValue();
            } else {
                value();
            }
        }
    }

    private void keyAndValue() throws SyntaxError {
        skipSpace();
        if (peek() != '"') {
            throw unexpected("looking for beginning of object key string");
        }
        string();
        skipSpace();
        if (peek() != ':') {
            throw unexpected("after object key");
        }
        at++;
        value();
    }

    private void open(boolean object) throws SyntaxError {
        at++;
        depth++;
        if (depth > MAX_DEPTH) {
            throw new SyntaxError("exceeded max depth");
        }
        inObject.set(depth, object);
    }

    private void close() {
        at++;
        depth--;
    }

    private void string() throws SyntaxError {
        at++;
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
                escape();
            } else if (peek() < ' ') {
                throw unexpected("in string literal");
            } else {
                at++;
            }
        }
        at++;
    }

    private void escape() throws SyntaxError {
        if ("bfnrt\\/\"u".indexOf(peek()) < 0) {
            throw unexpected("in string escape code");
        }
        boolean unicode = peek() == 'u';
        at++;
        for (int i = 0; unicode && i < 4; i++) {
            if (Character.digit(peek(), 16) < 0) {
                throw unexpected("in \\u hexadecimal character escape");
            }
            at++;
        }
    }

    private void literal(String word) throws SyntaxError {
        for (int i = 0; i < word.length(); i++) {
            char expected = word.charAt(i);
            if (peek() != expected) {
                throw unexpected("in literal " + word + " (expecting '" + expected + "')");
            }
            at++;
        }
    }

    private void number() throws SyntaxError {
        if (peek() == '-') {
            at++;
        }
        if (!atDigit()) {
            throw unexpected("in numeric literal");
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < json.length && json[at] == '.') {
            at++;
            requireDigits("after decimal point in numeric literal");
        }
        if (at < json.length && (json[at] == 'e' || json[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            requireDigits("in exponent of numeric literal");
        }
    }

    private void requireDigits(String context) throws SyntaxError {
        peek();
        if (!atDigit()) {
            throw unexpected(context);
        }
        digits();
    }

    private void digits() {
        while (atDigit()) {
            at++;
        }
    }

    private boolean atDigit() {
        return at < json.length && json[at] >= '0' && json[at] <= '9';
    }

    private void skipSpace() {
        while (at < json.length && " \t\r\n".indexOf(json[at]) >= 0) {
            at++;
        }
    }

    private char peek() throws SyntaxError {
        if (at >= json.length) {
            throw new SyntaxError("unexpected end of JSON input");
        }
        return (char) (json[at] & 0xff);
    }

    private SyntaxError unexpected(String context) throws SyntaxError {
        return new SyntaxError("invalid character " + quoted(peek()) + " " + context);
    }

    private static String quoted(char c) {
        return switch (c) {
            case '\'' -> "'\\''";
            case '"' -> "'\"'";
            case '\\' -> "'\\\\'";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            case 0x07 -> "'\\a'";
            case '\b' -> "'\\b'";
            case '\f' -> "'\\f'";
            case 0x0b -> "'\\v'";
            default -> isPrinted(c) ? "'" + c + "'" : "'" + escaped(c) + "'";
        };
    }

    private static boolean isPrinted(char c) {
        return (c >= ' ' && c < 0x7f) || (c > 0xa0 && c != 0xad);
    }

    /** Go writes what is not ASCII as a rune, the rest as a byte. */
    private static String escaped(char c) {
        return c < 0x80 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
    }
}
