package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.TokenOutcome;
import io.alcove.apiserver.serviceaccount.JsonWebToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tokens of one issuer. */
final class OidcTokens implements TokenAuthenticator, AutoCloseable {

    private static final Duration NOT_BEFORE_LEEWAY = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss +0000 'UTC'").withZone(ZoneOffset.UTC);

    private final IssuerSettings settings;
    private final IssuerKeys keys;
    private final List<String> apiAudiences;
    private final InstantSource clock;

    /**
     * @param apiAudiences what a good token is for, whatever audience it names
     */
    OidcTokens(
            IssuerSettings settings,
            IssuerKeys keys,
            List<String> apiAudiences,
            InstantSource clock) {
        this.settings = settings;
        this.keys = keys;
        this.apiAudiences = List.copyOf(apiAudiences);
        this.clock = clock;
    }

    @Override
    public TokenOutcome authenticate(String text, List<String> asked) {
        List<String> common = asked.stream().filter(apiAudiences::contains).toList();
        Optional<JsonWebToken> token =
                JsonWebToken.parse(text).filter(t -> t.issuer().equals(settings.url()));
        if (common.isEmpty() || token.isEmpty()) {
            return new TokenOutcome.Unknown();
        }
        if (!keys.isStarted()) {
            return new TokenOutcome.Invalid("oidc: authenticator not initialized");
        }
        try {
            verify(token.get());
            return new TokenOutcome.Known(settings.rules().user(token.get().claims()), common);
        } catch (TokenRefusal e) {
            return new TokenOutcome.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private void verify(JsonWebToken token) throws TokenRefusal {
        checkTimes(token.claims());
        String algorithm = token.header().path("alg").asText("");
        if (!settings.algorithms().contains(algorithm)) {
            throw refusal(
                    "oidc: malformed jwt: go-jose/go-jose: unexpected signature algorithm \"%s\"; expected %s"
                            .formatted(
                                    algorithm,
                                    quoted(settings.algorithms().stream().sorted().toList())));
        }
        boolean signed =
                keys.of(token.keyId()).stream()
                        .anyMatch(
                                key -> key.verifies(algorithm, token.content(), token.signature()));
        if (!signed) {
            throw refusal("failed to verify signature: failed to verify id token signature");
        }
        if (token.audiences().stream().noneMatch(settings.audiences()::contains)) {
            throw refusal(
                    "oidc: expected audience in %s got %s"
                            .formatted(
                                    quoted(List.copyOf(new TreeSet<>(settings.audiences()))),
                                    quoted(token.audiences())));
        }
    }

    private void checkTimes(JsonNode claims) throws TokenRefusal {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(claims.path("exp").longValue());
        if (end.isBefore(now)) {
            throw refusal("oidc: token is expired (Token Expiry: " + TIME.format(end) + ")");
        }
        JsonNode notBefore = claims.path("nbf");
        if (notBefore.isNumber()
                && now.plus(NOT_BEFORE_LEEWAY)
                        .isBefore(Instant.ofEpochSecond(notBefore.longValue()))) {
            throw refusal(
                    "oidc: current time %s before the nBf (not before) time: %s"
                            .formatted(
                                    TIME.format(now),
                                    TIME.format(Instant.ofEpochSecond(notBefore.longValue()))));
        }
    }

    private static TokenRefusal refusal(String why) {
        return new TokenRefusal("oidc: verify token: " + why);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(GoText::quote).collect(Collectors.joining(" ", "[", "]"));
    }

    @Override
    public void close() {
        keys.close();
    }
}
