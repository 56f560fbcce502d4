package io.alcove.cel.value;

/**
 * What an evaluation failed with. It is a value: {@code ||} and {@code &&} absorb it.
 *
 * @param fatal whether nothing absorbs it: a limit was reached
 */
public record CelError(String message, boolean fatal) {

    public static final CelError NO_SUCH_OVERLOAD = new CelError("no such overload");
    public static final CelError INT_OVERFLOW = new CelError("integer overflow");
    public static final CelError UINT_OVERFLOW = new CelError("unsigned integer overflow");
    public static final CelError TIMESTAMP_OVERFLOW = new CelError("timestamp overflow");

    public CelError(String message) {
        this(message, false);
    }

    public static CelError noSuchKey(Object key) {
        return new CelError("no such key: " + Values.display(key));
    }
}
