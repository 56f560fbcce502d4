package io.alcove.apimachinery.cbor;

/** Bytes that are no CBOR, or CBOR that has no JSON; the message says what upstream would. */
public final class CborException extends Exception {

    private static final long serialVersionUID = 1;

    CborException(String message) {
        super(message);
    }
}
