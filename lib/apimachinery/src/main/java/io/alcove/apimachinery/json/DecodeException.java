package io.alcove.apimachinery.json;

/** A value that is not of its field's type; the message is upstream's, without what it is about. */
public final class DecodeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public DecodeException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
