package io.alcove.apiserver.serviceaccount;

import java.time.Duration;
import java.util.List;

/**
 * The service account flags.
 *
 * @param issuers --service-account-issuer: the first issues, all are accepted
 * @param apiAudiences --api-audiences, or the issuers where that is not set
 * @param longest --service-account-max-token-expiration; zero for no bound
 * @param extend --service-account-extend-token-expiration
 */
public record TokenSettings(
        List<String> issuers,
        List<String> apiAudiences,
        TokenKeys keys,
        Duration longest,
        boolean extend) {

    public TokenSettings {
        issuers = List.copyOf(issuers);
        apiAudiences = apiAudiences.isEmpty() ? issuers : List.copyOf(apiAudiences);
    }

    public TokenSettings(String issuer, List<String> apiAudiences, TokenKeys keys) {
        this(List.of(issuer), apiAudiences, keys, Duration.ZERO, true);
    }

    String issuer() {
        return issuers.getFirst();
    }
}
