package io.alcove.apiserver.oidc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One issuer by the flags --oidc-*.
 *
 * @param userPrefix empty where the flag is not set; "-" for none
 * @param authority PEM of --oidc-ca-file
 */
public record OidcFlags(
        String issuer,
        String client,
        String userClaim,
        String userPrefix,
        String groupsClaim,
        String groupsPrefix,
        Map<String, String> requiredClaims,
        List<String> algorithms,
        Optional<String> authority) {

    public AuthenticationConfiguration configuration() {
        ClaimValue groups =
                groupsClaim.isEmpty()
                        ? new ClaimValue.None()
                        : new ClaimValue.Claim(groupsClaim, groupsPrefix);
        ClaimRules rules =
                new ClaimRules(
                        new ClaimValue.Claim(userClaim, prefix()),
                        groups,
                        new ClaimValue.None(),
                        List.of(),
                        requiredClaims,
                        List.of(),
                        List.of());
        return new AuthenticationConfiguration(
                List.of(
                        new IssuerSettings(
                                issuer,
                                Optional.empty(),
                                authority,
                                Set.of(client),
                                Set.copyOf(algorithms),
                                rules)),
                Optional.empty());
    }

    /** Names of users stay apart from others', unless they are addresses. */
    private String prefix() {
        if (userPrefix.isEmpty()) {
            return userClaim.equals("email") ? "" : issuer + "#";
        }
        return userPrefix.equals("-") ? "" : userPrefix;
    }
}
