package io.alcove.apiserver.admission.node;

import io.alcove.apiserver.request.UserInfo;
import java.util.Optional;

/** Which node a kubelet is of, by its user. */
final class NodeIdentity {

    private static final String PREFIX = "system:node:";
    private static final String GROUP = "system:nodes";

    private NodeIdentity() {}

    /** Empty for who is no node; the name itself may be empty. */
    static Optional<String> of(UserInfo user) {
        return user.name().startsWith(PREFIX) && user.isIn(GROUP)
                ? Optional.of(user.name().substring(PREFIX.length()))
                : Optional.empty();
    }
}
