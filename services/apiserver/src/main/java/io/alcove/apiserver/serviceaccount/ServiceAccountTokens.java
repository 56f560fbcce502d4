package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.TokenOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Verifies what {@link TokenRequests} issued. The objects that a token is bound to have to live.
 */
public final class ServiceAccountTokens implements TokenAuthenticator {

    /** Clocks of several servers differ by less. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final TokenSettings settings;
    private final BoundObjectRules rules;
    private final Signatures signatures;
    private final InstantSource clock;

    public ServiceAccountTokens(TokenSettings settings, TokenObjects objects, InstantSource clock) {
        this.settings = settings;
        this.rules = new BoundObjectRules(objects);
        this.signatures = new Signatures(settings.keys());
        this.clock = clock;
    }

    @Override
    public TokenOutcome authenticate(String text, List<String> audiences) {
        Optional<JsonWebToken> token =
                JsonWebToken.parse(text).filter(t -> settings.issuers().contains(t.issuer()));
        return token.isEmpty() ? new TokenOutcome.Unknown() : verify(text, token.get(), audiences);
    }

    private TokenOutcome verify(String text, JsonWebToken token, List<String> audiences) {
        JsonNode claims = token.claims();
        TokenSubject subject = TokenSubject.of(claims.path("kubernetes.io"));
        Instant now = clock.instant();
        Optional<String> refusal =
                signatures
                        .refusal(text, token)
                        .or(() -> token.audienceRefusal(settings.apiAudiences(), audiences))
                        .or(() -> timeRefusal(claims, now))
                        .or(() -> rules.refusal(subject, now.minus(LEEWAY)));
        return refusal.<TokenOutcome>map(TokenOutcome.Invalid::new)
                .orElseGet(
                        () ->
                                new TokenOutcome.Known(
                                        subject.user(claims.path("jti").asText("")),
                                        token.commonAudiences(settings.apiAudiences(), audiences)));
    }

    private static Optional<String> timeRefusal(JsonNode claims, Instant now) {
        if (now.minus(LEEWAY).isAfter(time(claims, "exp", Instant.MAX))) {
            return Optional.of("service account token has expired");
        }
        if (now.plus(LEEWAY).isBefore(time(claims, "nbf", Instant.MIN))) {
            return Optional.of("service account token is not valid yet");
        }
        return now.plus(LEEWAY).isBefore(time(claims, "iat", Instant.MIN))
                ? Optional.of("service account token is issued in the future")
                : Optional.empty();
    }

    private static Instant time(JsonNode claims, String claim, Instant missing) {
        JsonNode seconds = claims.path(claim);
        return seconds.isNumber() ? Instant.ofEpochSecond(seconds.longValue()) : missing;
    }
}
