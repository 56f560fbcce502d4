package io.alcove.apiserver.admission;

/** One entry of the admission chain, found by upstream's name for it. */
public interface AdmissionPlugin {

    /** As in --enable-admission-plugins ("NamespaceLifecycle"). */
    String name();

    /**
     * Changes the object in place, or refuses with a StatusException. May be called again for one
     * request.
     */
    default void mutate(AdmissionRequest request) {}

    /** Refuses with a StatusException; sees the object that will be stored. */
    default void validate(AdmissionRequest request) {}
}
