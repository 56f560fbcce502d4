package io.alcove.apimachinery.quantity;

/** A text that is no quantity; the message is upstream's. */
public final class InvalidQuantityException extends IllegalArgumentException {

    InvalidQuantityException(String message) {
        super(message);
    }

    static InvalidQuantityException format() {
        return new InvalidQuantityException(
                "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    static InvalidQuantityException number() {
        return new InvalidQuantityException("unable to parse numeric part of quantity");
    }

    static InvalidQuantityException suffix() {
        return new InvalidQuantityException("unable to parse quantity's suffix");
    }
}
