package io.alcove.cel.library;

import io.alcove.cel.value.ListValue;

/** What a format string asks for, clause by clause: %s, %d, %.2f, %e, %b, %x, %X, %o. */
public final class StringFormat {

    private static final int DEFAULT_PRECISION = 6;

    /** A format string or an argument that does not go with it. */
    public static final class FormatException extends Exception {

        FormatException(String message) {
            super(message, null, false, false);
        }

        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /** That an argument's type does not go with its clause. */
    public static FormatException wrongType(String rule, String type) {
        return new FormatException(rule + ", was given " + type);
    }

    /** Takes the clauses, one for each argument. */
    public interface Clauses {

        /** How many arguments there are. */
        int size();

        /** The text of an argument. */
        String clause(int argument, char verb, int precision) throws FormatException;
    }

    private final String format;
    private final Clauses clauses;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int argument;

    private StringFormat(String format, Clauses clauses) {
        this.format = format;
        this.clauses = clauses;
    }

    static Object format(String format, ListValue arguments) {
        try {
            return run(format, new FormattedValues(arguments));
        } catch (FormatException e) {
            return new io.alcove.cel.value.CelError(e.text());
        }
    }

    /** Goes through the format; gives the text. */
    static String run(String format, Clauses clauses) throws FormatException {
        return new StringFormat(format, clauses).run();
    }

    /** Goes through the format; gives how many arguments it asks for. */
    public static int count(String format, Clauses clauses) throws FormatException {
        StringFormat run = new StringFormat(format, clauses);
        String _ = run.run();
        return run.argument;
    }

    private String run() throws FormatException {
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                out.append(c);
            } else if (at < format.length() && format.charAt(at) == '%') {
                out.append('%');
                at++;
            } else {
                clause();
            }
        }
        return out.toString();
    }

    private void clause() throws FormatException {
        if (argument >= clauses.size()) {
            throw new FormatException("index %d out of range".formatted(argument));
        }
        if (at >= format.length()) {
            throw new FormatException("unexpected end of string");
        }
        int precision = precision();
        if (at >= format.length()) {
            throw new FormatException(
                    "could not parse formatting clause: unexpected end of string");
        }
        char verb = format.charAt(at++);
        if ("sdfebxXo".indexOf(verb) < 0) {
            throw new FormatException(
                    "could not parse formatting clause: unrecognized formatting clause \"%s\""
                            .formatted(verb));
        }
        try {
            out.append(clauses.clause(argument++, verb, precision));
        } catch (FormatException e) {
            throw new FormatException("error during formatting: " + e.text());
        }
    }

    private int precision() throws FormatException {
        if (format.charAt(at) != '.') {
            return DEFAULT_PRECISION;
        }
        int start = ++at;
        while (at < format.length() && Character.isDigit(format.charAt(at))) {
            at++;
        }
        if (at == start || at - start > 9) {
            throw new FormatException(
                    "error while parsing precision: error while converting precision to integer");
        }
        return Integer.parseInt(format, start, at, 10);
    }
}
