package io.alcove.apiserver.serviceaccount;

import java.util.List;

/**
 * The service account flags.
 *
 * @param issuer --service-account-issuer
 * @param apiAudiences --api-audiences, or the issuer where that is not set
 */
public record TokenSettings(String issuer, List<String> apiAudiences, TokenKeys keys) {

    public TokenSettings {
        apiAudiences = apiAudiences.isEmpty() ? List.of(issuer) : List.copyOf(apiAudiences);
    }
}
