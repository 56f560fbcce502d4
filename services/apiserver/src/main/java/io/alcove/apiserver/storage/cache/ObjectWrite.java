package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;

/** How a write of an object ended. */
public sealed interface ObjectWrite {

    /**
     * @param object as it is read from now on; of a delete the last state, with the revision of the
     *     deletion
     */
    record Written(StoredObject object) implements ObjectWrite {}

    /** Not written: this is there instead of what the writer expected. */
    record Conflict(StoredObject current) implements ObjectWrite {}

    /** Not written: an update or delete of an object that does not exist. */
    record Missing() implements ObjectWrite {}
}
