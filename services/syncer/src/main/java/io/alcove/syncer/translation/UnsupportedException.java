package io.alcove.syncer.translation;

/** An object asks for what is not carried to the host. */
public final class UnsupportedException extends RuntimeException {

    private final String what;

    public UnsupportedException(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    /** What it is, for the object's owner. */
    public String what() {
        return what;
    }
}
