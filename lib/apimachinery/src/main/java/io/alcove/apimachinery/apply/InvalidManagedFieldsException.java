package io.alcove.apimachinery.apply;

/** metadata.managedFields that cannot be read. */
final class InvalidManagedFieldsException extends Exception {

    InvalidManagedFieldsException(String what) {
        super(what, null, false, false);
    }
}
