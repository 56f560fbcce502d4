package io.alcove.pki;

/** A key or certificate that cannot be made or read. Its message never holds key material. */
public final class PkiException extends RuntimeException {

    public PkiException(String message, Throwable cause) {
        super(message, cause);
    }

    public PkiException(String message) {
        super(message);
    }
}
