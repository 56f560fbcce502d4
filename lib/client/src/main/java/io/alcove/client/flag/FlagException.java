package io.alcove.client.flag;

/** A command line that a service refuses; the message is for the person who wrote it. */
public final class FlagException extends RuntimeException {

    public FlagException(String message) {
        super(message, null, false, false);
    }
}
