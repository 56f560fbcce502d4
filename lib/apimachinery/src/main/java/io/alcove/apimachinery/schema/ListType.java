package io.alcove.apimachinery.schema;

/** x-kubernetes-list-type: what of a list is owned and merged by itself in apply. */
public enum ListType {
    /** The list as a whole; also where nothing is said. */
    ATOMIC,
    /** Each value. */
    SET,
    /** Each element, named by its {@link Schema#listMapKeys}. */
    MAP
}
