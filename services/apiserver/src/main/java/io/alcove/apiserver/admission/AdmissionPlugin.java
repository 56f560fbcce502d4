package io.alcove.apiserver.admission;

import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Set;

/** One entry of the admission chain, found by upstream's name for it. */
public interface AdmissionPlugin {

    /** As in --enable-admission-plugins ("NamespaceLifecycle"). */
    String name();

    /** What the plugin is asked of; other requests pass it by. */
    Set<Operation> operations();

    /**
     * Changes the object in place, or refuses with a StatusException. May be called again for one
     * request.
     */
    default void mutate(AdmissionRequest request) {}

    /** Refuses with a StatusException; sees the object that will be stored. */
    default void validate(AdmissionRequest request) {}
}
