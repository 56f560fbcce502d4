package io.alcove.apiserver.admission.podsecurity;

import java.util.Optional;

/** One rule of a level. */
@FunctionalInterface
interface Check {

    Optional<Violation> of(PodView pod);

    /** The same, of which pods for Windows are free. */
    default Check exceptWindows() {
        return pod -> pod.isWindows() ? Optional.empty() : of(pod);
    }

    /** The same, of which pods with a user namespace of their own are free. */
    default Check exceptUserNamespaces() {
        return pod -> pod.hasUserNamespace() ? Optional.empty() : of(pod);
    }
}
