package io.alcove.apiserver.storage;

/** The store's medium failed: a full disk, a corrupt page, a lost peer. */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
