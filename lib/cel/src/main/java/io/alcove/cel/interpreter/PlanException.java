package io.alcove.cel.interpreter;

/** An expression has no program: a constant of it cannot be computed. */
public final class PlanException extends Exception {

    PlanException(String message) {
        super(message, null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
