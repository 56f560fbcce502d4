package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import java.util.Optional;

/** What an update makes of an object: a PUT's body, a patch, a scale. */
interface ObjectChange {

    /**
     * Makes the new state, in the storage version with defaults and managed fields. Called again
     * with a newer state where the first one was overtaken.
     *
     * @param present in the storage version, not to be changed; empty for an object that does not
     *     exist
     * @throws io.alcove.apimachinery.status.StatusException where the change cannot be made
     */
    ApiObject apply(Optional<ApiObject> present);

    /** Whether it may create an object of a kind that PUT does not create. */
    default boolean createsMissing() {
        return false;
    }

    /** Whether admission has seen the change already. */
    default boolean isAdmitted() {
        return false;
    }
}
