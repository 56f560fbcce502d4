package io.alcove.apimachinery.selector;

import java.util.Map;

/** A word of a label selector. */
record Token(Word type, String text) {

    enum Word {
        ERROR,
        END,
        CLOSE,
        COMMA,
        NOT,
        DOUBLE_EQUALS,
        EQUALS,
        GREATER_THAN,
        IDENTIFIER,
        IN,
        LESS_THAN,
        NOT_EQUALS,
        NOT_IN,
        OPEN
    }

    static final Map<String, Word> WORDS =
            Map.ofEntries(
                    Map.entry(")", Word.CLOSE),
                    Map.entry(",", Word.COMMA),
                    Map.entry("!", Word.NOT),
                    Map.entry("==", Word.DOUBLE_EQUALS),
                    Map.entry("=", Word.EQUALS),
                    Map.entry(">", Word.GREATER_THAN),
                    Map.entry("in", Word.IN),
                    Map.entry("<", Word.LESS_THAN),
                    Map.entry("!=", Word.NOT_EQUALS),
                    Map.entry("notin", Word.NOT_IN),
                    Map.entry("(", Word.OPEN));

    /** Where a value is expected, "in" and "notin" are plain texts. */
    Token asValue() {
        return type == Word.IN || type == Word.NOT_IN ? new Token(Word.IDENTIFIER, text) : this;
    }
}
