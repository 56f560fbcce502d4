package io.alcove.apimachinery.selector;

import io.alcove.apimachinery.selector.Token.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a label selector into its words. */
final class Lexer {

    private final String text;
    private int position;

    Lexer(String text) {
        this.text = text;
    }

    /** All words; the last is {@link Type#END}. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = next();
            tokens.add(token);
        } while (token.type() != Word.END);
        return tokens;
    }

    private Token next() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
        if (position >= text.length()) {
            return new Token(Word.END, "");
        }
        return isSymbol(text.charAt(position)) ? symbol() : word();
    }

    private Token word() {
        int start = position;
        while (position < text.length()
                && !isSpace(text.charAt(position))
                && !isSymbol(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        Word type = Token.WORDS.get(word);
        return new Token(type == null ? Word.IDENTIFIER : type, word);
    }

    /** The longest operator that the symbols from here on begin with. */
    private Token symbol() {
        int start = position;
        Token longest = null;
        while (position < text.length() && isSymbol(text.charAt(position))) {
            String read = text.substring(start, position + 1);
            Word type = Token.WORDS.get(read);
            if (type == null && longest != null) {
                break;
            }
            longest = type == null ? longest : new Token(type, read);
            position++;
        }
        return orError(longest, start);
    }

    private Token orError(@Nullable Token token, int start) {
        return token != null
                ? token
                : new Token(
                        Word.ERROR,
                        "error expected: keyword found '" + text.substring(start, position) + "'");
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isSymbol(char c) {
        return "=!(),><".indexOf(c) >= 0;
    }
}
