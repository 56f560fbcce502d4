package io.alcove.apiserver.authorization;

import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The authorizers of --authorization-mode, behind the one that lets system:masters do everything.
 */
public final class Modes {

    /** Lets system:masters do everything, whatever the modes. */
    public static final Authorizer MASTERS =
            (user, _) ->
                    user.isIn(UserInfo.GROUP_MASTERS)
                            ? new Decision.Allowed("")
                            : new Decision.NoOpinion("");

    private Modes() {}

    /**
     * @param made the authorizers of the modes that need more than their name
     * @throws IllegalArgumentException where a mode is unknown or not supported
     */
    public static List<Authorizer> of(List<String> modes, Map<String, Authorizer> made) {
        List<Authorizer> authorizers = new ArrayList<>();
        authorizers.add(MASTERS);
        modes.forEach(mode -> authorizers.add(of(mode, made)));
        return authorizers;
    }

    private static Authorizer of(String mode, Map<String, Authorizer> made) {
        return switch (mode) {
            case "AlwaysAllow" -> (_, _) -> new Decision.Allowed("");
            case "AlwaysDeny" -> (_, _) -> new Decision.NoOpinion("Everything is forbidden.");
            case "ABAC" ->
                    throw new IllegalArgumentException(
                            "authorization-mode " + mode + " is not supported");
            default -> {
                Authorizer authorizer = made.get(mode);
                if (authorizer == null) {
                    throw new IllegalArgumentException(
                            "authorization-mode " + mode + " is not a valid mode");
                }
                yield authorizer;
            }
        };
    }
}
