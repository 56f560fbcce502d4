package io.alcove.apimachinery.selector;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.selector.Token.Word;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the text form of label selectors: "app=web,tier in (a,b),!canary". */
final class LabelSelectorParser {

    private static final String BINARY_OPERATORS = "in, notin, =, ==, !=, gt, lt";

    private final List<Token> tokens;
    private int position;

    LabelSelectorParser(String selector) {
        this.tokens = new Lexer(selector).tokens();
    }

    List<Requirement> parse() {
        List<Requirement> requirements = new ArrayList<>();
        if (peek().type() == Word.END) {
            return requirements;
        }
        if (!startsRequirement(peek())) {
            throw found(peek(), ", expected: !, identifier, or 'end of string'");
        }
        while (true) {
            requirements.add(wrappedRequirement());
            Token separator = next();
            if (separator.type() == Word.END) {
                requirements.sort(Comparator.comparing(Requirement::key));
                return requirements;
            }
            if (separator.type() != Word.COMMA) {
                throw found(separator, ", expected: ',' or 'end of string'");
            }
            if (!startsRequirement(peek())) {
                throw found(peek(), ", expected: identifier after ','");
            }
        }
    }

    private static boolean startsRequirement(Token token) {
        return token.type() == Word.IDENTIFIER || token.type() == Word.NOT;
    }

    private Requirement wrappedRequirement() {
        try {
            return requirement();
        } catch (InvalidSelectorException e) {
            throw new InvalidSelectorException("unable to parse requirement: " + e.getMessage());
        }
    }

    private Requirement requirement() {
        boolean negated = peek().type() == Word.NOT;
        if (negated) {
            next();
        }
        String key = key();
        if (negated) {
            return Requirement.checked(key, Operator.DOES_NOT_EXIST, List.of());
        }
        if (peek().type() == Word.END || peek().type() == Word.COMMA) {
            return Requirement.checked(key, Operator.EXISTS, List.of());
        }
        Operator operator = operator();
        SortedSet<String> values =
                operator == Operator.IN || operator == Operator.NOT_IN ? valueSet() : exactValue();
        return Requirement.checked(key, operator, List.copyOf(values));
    }

    private String key() {
        Token token = next();
        if (token.type() != Word.IDENTIFIER) {
            throw found(token, ", expected: identifier");
        }
        List<String> problems = LabelNames.key(token.text());
        if (!problems.isEmpty()) {
            throw new InvalidSelectorException(
                    Requirement.invalid(
                            "<nil>", GoText.quote(token.text()), String.join("; ", problems)));
        }
        return token.text();
    }

    private Operator operator() {
        Token token = tokens.get(position++);
        return switch (token.type()) {
            case IN -> Operator.IN;
            case NOT_IN -> Operator.NOT_IN;
            case EQUALS -> Operator.EQUALS;
            case DOUBLE_EQUALS -> Operator.DOUBLE_EQUALS;
            case NOT_EQUALS -> Operator.NOT_EQUALS;
            case GREATER_THAN -> Operator.GREATER_THAN;
            case LESS_THAN -> Operator.LESS_THAN;
            case ERROR, END, CLOSE, COMMA, NOT, IDENTIFIER, OPEN ->
                    throw found(token, ", expected: " + BINARY_OPERATORS);
        };
    }

    private SortedSet<String> valueSet() {
        Token open = next();
        if (open.type() != Word.OPEN) {
            throw found(open, " expected: '('");
        }
        Token first = peek();
        return switch (first.type()) {
            case IDENTIFIER, COMMA -> {
                SortedSet<String> values = values();
                next();
                yield values;
            }
            case CLOSE -> {
                next();
                yield new TreeSet<>(List.of(""));
            }
            case ERROR,
                    END,
                    NOT,
                    DOUBLE_EQUALS,
                    EQUALS,
                    GREATER_THAN,
                    IN,
                    LESS_THAN,
                    NOT_EQUALS,
                    NOT_IN,
                    OPEN ->
                    throw found(first, ", expected: ',', ')' or identifier");
        };
    }

    /** Up to the closing parenthesis; empty values between commas are values too. */
    private SortedSet<String> values() {
        SortedSet<String> values = new TreeSet<>();
        while (true) {
            Token token = next();
            if (token.type() == Word.IDENTIFIER) {
                values.add(token.text());
                if (peek().type() == Word.CLOSE) {
                    return values;
                }
                if (peek().type() != Word.COMMA) {
                    throw found(peek(), ", expected: ',' or ')'");
                }
            } else if (token.type() == Word.COMMA) {
                if (values.isEmpty() || peek().type() == Word.COMMA) {
                    values.add("");
                }
                if (peek().type() == Word.CLOSE) {
                    values.add("");
                    return values;
                }
            } else {
                throw found(token, ", expected: ',', or identifier");
            }
        }
    }

    private SortedSet<String> exactValue() {
        if (peek().type() == Word.END || peek().type() == Word.COMMA) {
            return new TreeSet<>(List.of(""));
        }
        Token token = next();
        if (token.type() != Word.IDENTIFIER) {
            throw found(token, ", expected: identifier");
        }
        return new TreeSet<>(List.of(token.text()));
    }

    private Token peek() {
        return tokens.get(position).asValue();
    }

    private Token next() {
        return tokens.get(position++).asValue();
    }

    private static InvalidSelectorException found(Token token, String expected) {
        return new InvalidSelectorException("found '" + token.text() + "'" + expected);
    }
}
