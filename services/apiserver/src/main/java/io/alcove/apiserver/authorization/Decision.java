package io.alcove.apiserver.authorization;

/**
 * What an authorizer says of a request. Reasons go into the Forbidden message and
 * SubjectAccessReview.
 */
public sealed interface Decision {

    String reason();

    record Allowed(String reason) implements Decision {}

    /** Refused, whatever later authorizers would say. */
    record Denied(String reason) implements Decision {}

    /** The next authorizer is asked; refused after the last one. */
    record NoOpinion(String reason) implements Decision {}
}
