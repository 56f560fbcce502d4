package io.alcove.apiserver.storage.encryption;

/** A value cannot be read or written; the message is upstream's where it has one. */
public final class TransformException extends Exception {

    private static final long serialVersionUID = 1;

    public TransformException(String message) {
        super(message);
    }

    public TransformException(String message, Throwable cause) {
        super(message, cause);
    }
}
