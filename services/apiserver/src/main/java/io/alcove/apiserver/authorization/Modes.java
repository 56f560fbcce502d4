package io.alcove.apiserver.authorization;

import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * The authorizers of --authorization-mode, behind the one that lets system:masters do everything.
 */
public final class Modes {

    private Modes() {}

    /**
     * @throws IllegalArgumentException where a mode is unknown or not supported
     */
    public static List<Authorizer> of(List<String> modes, Authorizer rbac) {
        List<Authorizer> authorizers = new ArrayList<>();
        authorizers.add(
                (user, _) ->
                        user.isIn(UserInfo.GROUP_MASTERS)
                                ? new Decision.Allowed("")
                                : new Decision.NoOpinion(""));
        for (String mode : modes) {
            authorizers.add(
                    switch (mode) {
                        case "RBAC" -> rbac;
                        case "AlwaysAllow" -> (_, _) -> new Decision.Allowed("");
                        case "AlwaysDeny" ->
                                (_, _) -> new Decision.NoOpinion("Everything is forbidden.");
                        case "Node", "Webhook", "ABAC" ->
                                throw new IllegalArgumentException(
                                        "authorization-mode " + mode + " is not supported yet");
                        default ->
                                throw new IllegalArgumentException(
                                        "authorization-mode " + mode + " is not a valid mode");
                    });
        }
        return authorizers;
    }
}
