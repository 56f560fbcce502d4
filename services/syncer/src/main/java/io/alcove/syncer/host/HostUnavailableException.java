package io.alcove.syncer.host;

/** The host did not answer, or not in time; worth another try. */
public final class HostUnavailableException extends RuntimeException {

    public HostUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public HostUnavailableException(String message) {
        super(message);
    }
}
