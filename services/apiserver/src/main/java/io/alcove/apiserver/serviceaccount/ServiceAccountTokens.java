package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.TokenOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Verifies what {@link TokenRequests} issued. The objects that a token is bound to have to live.
 */
public final class ServiceAccountTokens implements TokenAuthenticator {

    /** Clocks of several servers differ by less. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final TokenSettings settings;
    private final BoundObjectRules rules;
    private final InstantSource clock;

    public ServiceAccountTokens(TokenSettings settings, TokenObjects objects, InstantSource clock) {
        this.settings = settings;
        this.rules = new BoundObjectRules(objects);
        this.clock = clock;
    }

    @Override
    public TokenOutcome authenticate(String text, List<String> audiences) {
        Optional<JsonWebToken> token =
                JsonWebToken.parse(text)
                        .filter(t -> t.claims().path("iss").asText("").equals(settings.issuer()));
        return token.isEmpty() ? new TokenOutcome.Unknown() : verify(token.get(), audiences);
    }

    private TokenOutcome verify(JsonWebToken token, List<String> audiences) {
        JsonNode claims = token.claims();
        List<String> own = texts(claims.path("aud"));
        List<String> common = own.stream().filter(audiences::contains).toList();
        TokenSubject subject = TokenSubject.of(claims.path("kubernetes.io"));
        Instant now = clock.instant();
        Optional<String> refusal =
                signatureRefusal(token)
                        .or(
                                () ->
                                        common.isEmpty()
                                                ? Optional.of(
                                                        "token audiences %s is invalid for the target audiences %s"
                                                                .formatted(
                                                                        quoted(own),
                                                                        quoted(audiences)))
                                                : Optional.empty())
                        .or(() -> timeRefusal(claims, now))
                        .or(() -> rules.refusal(subject, now.minus(LEEWAY)));
        return refusal.<TokenOutcome>map(TokenOutcome.Invalid::new)
                .orElseGet(
                        () ->
                                new TokenOutcome.Known(
                                        subject.user(claims.path("jti").asText("")), common));
    }

    private Optional<String> signatureRefusal(JsonWebToken token) {
        List<TokenKey> keys =
                settings.keys().verifying().stream()
                        .filter(key -> token.keyId().isEmpty() || key.id().equals(token.keyId()))
                        .toList();
        if (keys.isEmpty()) {
            return Optional.of("invalid signature, no keys found");
        }
        return keys.stream().anyMatch(token::isSignedBy)
                ? Optional.empty()
                : Optional.of("go-jose/go-jose: error in cryptographic primitive");
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

    private static List<String> texts(JsonNode audiences) {
        return audiences.isTextual()
                ? List.of(audiences.asText())
                : StreamSupport.stream(audiences.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private static String quoted(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text + "\"")
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
