package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;

/** An evaluation reached a limit. It never leaves the interpreter. */
final class LimitException extends RuntimeException {

    private LimitException(String message) {
        super(message, null, false, false);
    }

    static LimitException cost() {
        return new LimitException("operation cancelled: actual cost limit exceeded");
    }

    static LimitException time() {
        return new LimitException("operation interrupted");
    }

    CelError error() {
        return new CelError(String.valueOf(getMessage()), true);
    }
}
