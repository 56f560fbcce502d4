package io.alcove.apimachinery.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Terms on the fields of an object ("metadata.name=web,status.phase!=Running"), all of which must
 * hold. Which fields a kind supports is for the caller to check.
 */
public record FieldSelector(List<Term> terms) {

    /** One comparison of a field with a value, which is unescaped. */
    public record Term(String field, boolean equal, String value) {

        boolean matches(UnaryOperator<String> fields) {
            return fields.apply(field).equals(value) == equal;
        }

        @Override
        public String toString() {
            String escaped = value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
            return field + (equal ? "=" : "!=") + escaped;
        }
    }

    private static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    public FieldSelector {
        terms = List.copyOf(terms);
    }

    public static FieldSelector everything() {
        return EVERYTHING;
    }

    /**
     * @throws InvalidSelectorException with upstream's text
     */
    public static FieldSelector parse(String selector) {
        List<Term> terms = new ArrayList<>();
        for (String part : split(selector).stream().sorted().toList()) {
            if (!part.isEmpty()) {
                terms.add(term(selector, part));
            }
        }
        return terms.isEmpty() ? EVERYTHING : new FieldSelector(terms);
    }

    /**
     * @param fields gives a field's value by its path, and the empty text for an absent one
     */
    public boolean matches(UnaryOperator<String> fields) {
        for (Term term : terms) {
            if (!term.matches(fields)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEverything() {
        return terms.isEmpty();
    }

    /** The value that the selector requires a field to have, if it does. */
    public Optional<String> requiredValue(String field) {
        return terms.stream()
                .filter(term -> term.equal() && term.field().equals(field))
                .map(Term::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(","));
    }

    private static List<String> split(String selector) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < selector.length(); i++) {
            if (selector.charAt(i) == '\\') {
                i++;
            } else if (selector.charAt(i) == ',') {
                parts.add(selector.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(selector.substring(start));
        return parts;
    }

    private static Term term(String selector, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.startsWith("!=", i)) {
                return new Term(part.substring(0, i), false, unescape(part.substring(i + 2)));
            }
            if (part.charAt(i) == '=') {
                int value = part.startsWith("==", i) ? i + 2 : i + 1;
                return new Term(part.substring(0, i), true, unescape(part.substring(value)));
            }
        }
        throw new InvalidSelectorException(
                "invalid selector: '" + selector + "'; can't understand '" + part + "'");
    }

    private static String unescape(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '=') {
                throw new InvalidSelectorException(
                        "invalid field selector: unescaped character in value: " + (int) c);
            }
            if (c == '\\') {
                c = escaped(value, ++i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static char escaped(String value, int position) {
        if (position < value.length() && "\\,=".indexOf(value.charAt(position)) >= 0) {
            return value.charAt(position);
        }
        String sequence =
                position < value.length()
                        ? "\\" + Character.toString(value.codePointAt(position))
                        : "\\";
        throw new InvalidSelectorException(
                "invalid field selector: invalid escape sequence: " + sequence);
    }
}
