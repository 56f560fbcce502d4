package io.alcove.apimachinery.selector;

/** A selector that cannot be read; the message is upstream's. */
public final class InvalidSelectorException extends IllegalArgumentException {

    InvalidSelectorException(String message) {
        super(message);
    }
}
