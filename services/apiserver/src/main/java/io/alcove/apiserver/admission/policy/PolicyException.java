package io.alcove.apiserver.admission.policy;

/** A policy or binding is not configured as it must be to be evaluated. */
final class PolicyException extends Exception {

    PolicyException(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
