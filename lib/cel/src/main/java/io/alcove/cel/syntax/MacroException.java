package io.alcove.cel.syntax;

/** A macro's arguments are not what it takes. */
public final class MacroException extends Exception {

    private final transient Expr at;

    public MacroException(Expr at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Expr at() {
        return at;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
