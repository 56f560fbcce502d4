package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.object.ApiObject;

/** The rules of a kind. */
@FunctionalInterface
public interface Validation {

    Validation NONE = object -> {};

    void check(Inspection object);

    /** Of a change; without rules of its own the new state is held to the rules of a new object. */
    default void checkUpdate(Inspection object, ApiObject old) {
        check(object);
    }

    /** Of a change of the status, where the kind has that subresource. */
    default void checkStatus(Inspection object, ApiObject old) {}
}
