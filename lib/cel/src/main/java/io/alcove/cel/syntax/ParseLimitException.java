package io.alcove.cel.syntax;

/** Parsing stopped at one of its limits. */
final class ParseLimitException extends RuntimeException {

    private final boolean reported;

    private ParseLimitException(String message, boolean reported) {
        super(message, null, false, false);
        this.reported = reported;
    }

    static ParseLimitException of(String message) {
        return new ParseLimitException(message, false);
    }

    /** One whose message stands among the issues already. */
    static ParseLimitException afterReport(String message) {
        return new ParseLimitException(message, true);
    }

    boolean reported() {
        return reported;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
