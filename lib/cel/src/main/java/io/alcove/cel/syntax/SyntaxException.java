package io.alcove.cel.syntax;

/** A token that the grammar takes is wrong nevertheless. */
final class SyntaxException extends Exception {

    SyntaxException(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
