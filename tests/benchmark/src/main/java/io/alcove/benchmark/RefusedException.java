package io.alcove.benchmark;

import java.io.IOException;

/** The server answered with an error. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(int status, String body) {
        super(status + " " + body);
        this.status = status;
    }

    int status() {
        return status;
    }
}
