package io.alcove.apiserver.oidc;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer of tokens, and what its tokens mean: one entry of "jwt".
 *
 * @param discoveryUrl where its discovery document is, if not below its URL
 * @param certificateAuthority PEM; empty for those that the machine trusts
 * @param algorithms that its tokens may be signed with
 */
record IssuerSettings(
        String url,
        Optional<String> discoveryUrl,
        Optional<String> certificateAuthority,
        Set<String> audiences,
        Set<String> algorithms,
        ClaimRules rules) {

    static final List<String> ALL_ALGORITHMS =
            List.of(
                    "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384",
                    "RS512");

    String discovery() {
        return discoveryUrl.orElseGet(
                () ->
                        (url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                                + "/.well-known/openid-configuration");
    }
}
