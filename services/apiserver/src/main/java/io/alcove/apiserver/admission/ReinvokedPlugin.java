package io.alcove.apiserver.admission;

import java.util.Optional;

/**
 * A mutating plugin of which the whole chain is asked once more where it changed the object: what
 * others decided by the object as it was may have to be decided anew.
 */
public interface ReinvokedPlugin extends AdmissionPlugin {

    /**
     * Changes the object in place.
     *
     * @return what to do in the second run; empty where the object stayed as it was
     */
    Optional<Runnable> mutateFirst(AdmissionRequest request);

    @Override
    default void mutate(AdmissionRequest request) {
        Optional<Runnable> _ = mutateFirst(request);
    }
}
