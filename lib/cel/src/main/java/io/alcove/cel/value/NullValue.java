package io.alcove.cel.value;

/** The value null. */
public enum NullValue {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
