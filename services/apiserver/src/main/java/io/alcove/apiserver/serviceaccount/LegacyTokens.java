package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.TokenOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tokens without an end that stand in Secrets of type kubernetes.io/service-account-token. The day
 * of their last use is noted on the Secret.
 */
public final class LegacyTokens implements TokenAuthenticator {

    static final String ISSUER = "kubernetes/serviceaccount";

    private static final String CLAIM = "kubernetes.io/serviceaccount/";
    private static final String INVALID_SINCE = "kubernetes.io/legacy-token-invalid-since";

    private final TokenSettings settings;
    private final TokenObjects objects;
    private final Signatures signatures;
    private final Consumer<ApiObject> used;

    private record Claims(
            String subject, String namespace, String secret, String account, String accountUid) {

        static Claims of(JsonNode claims) {
            return new Claims(
                    claims.path("sub").asText(""),
                    claims.path(CLAIM + "namespace").asText(""),
                    claims.path(CLAIM + "secret.name").asText(""),
                    claims.path(CLAIM + "service-account.name").asText(""),
                    claims.path(CLAIM + "service-account.uid").asText(""));
        }
    }

    /**
     * @param used told of the Secret of each token that was good
     */
    public LegacyTokens(TokenSettings settings, TokenObjects objects, Consumer<ApiObject> used) {
        this.settings = settings;
        this.objects = objects;
        this.signatures = new Signatures(settings.keys());
        this.used = used;
    }

    @Override
    public TokenOutcome authenticate(String text, List<String> audiences) {
        Optional<JsonWebToken> token =
                JsonWebToken.parse(text).filter(t -> t.issuer().equals(ISSUER));
        return token.isEmpty() ? new TokenOutcome.Unknown() : verify(text, token.get(), audiences);
    }

    private TokenOutcome verify(String text, JsonWebToken token, List<String> audiences) {
        Claims claims = Claims.of(token.claims());
        Optional<String> refusal =
                signatures
                        .refusal(text, token)
                        .or(() -> token.audienceRefusal(settings.apiAudiences(), audiences))
                        .or(() -> claimRefusal(claims))
                        .or(() -> objectRefusal(claims, text));
        if (refusal.isPresent()) {
            return new TokenOutcome.Invalid(refusal.get());
        }
        TokenSubject subject =
                new TokenSubject(
                        claims.namespace(),
                        new BoundObject(claims.account(), claims.accountUid()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new TokenOutcome.Known(
                subject.user(""), token.commonAudiences(settings.apiAudiences(), audiences));
    }

    private static Optional<String> claimRefusal(Claims claims) {
        record Needed(String name, String value) {}
        for (Needed needed :
                List.of(
                        new Needed("sub", claims.subject()),
                        new Needed("namespace", claims.namespace()),
                        new Needed("secretName", claims.secret()),
                        new Needed("serviceAccountName", claims.account()),
                        new Needed("serviceAccountUID", claims.accountUid()))) {
            if (needed.value().isEmpty()) {
                return Optional.of(needed.name() + " claim is missing");
            }
        }
        String expected = "system:serviceaccount:" + claims.namespace() + ":" + claims.account();
        return claims.subject().equals(expected)
                ? Optional.empty()
                : Optional.of("sub claim is invalid");
    }

    private Optional<String> objectRefusal(Claims claims, String text) {
        Optional<ApiObject> found =
                objects.read("secrets", new ObjectName(claims.namespace(), claims.secret()))
                        .filter(secret -> !secret.isBeingDeleted());
        if (found.isEmpty()) {
            return Optional.of("Token has been invalidated");
        }
        ApiObject secret = found.get();
        if (!MessageDigest.isEqual(token(secret), text.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of("Token does not match server's copy");
        }
        Optional<String> refusal = accountRefusal(claims);
        if (refusal.isPresent()) {
            return refusal;
        }
        used.accept(secret);
        return secret.label(INVALID_SINCE).filter(since -> !since.isEmpty()).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ("the token in secret %s/%s for service account %s/%s has been marked"
                                        + " invalid. Use tokens from the TokenRequest API or manually created"
                                        + " secret-based tokens, or remove the '%s' label from the secret to"
                                        + " temporarily allow use of this token")
                                .formatted(
                                        claims.namespace(),
                                        claims.secret(),
                                        claims.namespace(),
                                        claims.account(),
                                        INVALID_SINCE));
    }

    private Optional<String> accountRefusal(Claims claims) {
        Optional<TokenObjects.Found> account =
                objects.find(
                        "serviceaccounts", new ObjectName(claims.namespace(), claims.account()));
        if (account.isEmpty()) {
            return Optional.of("serviceaccounts \"" + claims.account() + "\" not found");
        }
        if (account.get().deletedAt().isPresent()) {
            return Optional.of(
                    "ServiceAccount %s/%s has been deleted"
                            .formatted(claims.namespace(), claims.account()));
        }
        return account.get().uid().equals(claims.accountUid())
                ? Optional.empty()
                : Optional.of(
                        "ServiceAccount UID (%s) does not match claim (%s)"
                                .formatted(account.get().uid(), claims.accountUid()));
    }

    private static byte[] token(ApiObject secret) {
        try {
            return Base64.getDecoder().decode(secret.text("data", "token"));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
