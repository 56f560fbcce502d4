package io.alcove.apiserver.authorization;

/**
 * What an authorizer says of a request. Reasons go into the Forbidden message and
 * SubjectAccessReview.
 */
public sealed interface Decision {

    String reason();

    /** What went wrong on the way to the decision; empty where nothing did. */
    String error();

    record Allowed(String reason, String error) implements Decision {
        public Allowed(String reason) {
            this(reason, "");
        }
    }

    /** Refused, whatever later authorizers would say. */
    record Denied(String reason, String error) implements Decision {
        public Denied(String reason) {
            this(reason, "");
        }
    }

    /** The next authorizer is asked; refused after the last one. */
    record NoOpinion(String reason, String error) implements Decision {
        public NoOpinion(String reason) {
            this(reason, "");
        }
    }
}
