package io.alcove.apiserver.registry;

import io.alcove.apiserver.storage.StoredObject;

/** How a delete ended. */
public sealed interface DeleteOutcome {

    /** The JSON to answer with. */
    byte[] json();

    /**
     * @param json a metav1.Status of success, or for some kinds the last state of the object
     */
    record Removed(byte[] json) implements DeleteOutcome {}

    /**
     * Finalizers or a grace period keep the object for now.
     *
     * @param accepted the answer is HTTP 202 instead of 200
     */
    record Held(StoredObject object, boolean accepted) implements DeleteOutcome {
        @Override
        public byte[] json() {
            return object.json();
        }
    }
}
