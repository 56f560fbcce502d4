package io.alcove.apiserver.pipeline;

/** An authorizer that could not decide. Upstream answers it with a text, not with a Status. */
public final class AccessFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AccessFailedException(String message) {
        super(message);
    }
}
