package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the tokens of one issuer. */
final class TokenIssuer {

    private final String issuer;
    private final TokenKeys.SigningKey key;

    /**
     * @param warnAfter from when on the use of the token is stale; empty where it never is
     */
    record Validity(Instant from, Duration length, Optional<Duration> warnAfter) {}

    TokenIssuer(String issuer, TokenKeys.SigningKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    String issue(TokenSubject subject, List<String> audiences, Validity validity) {
        long now = validity.from().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        ArrayNode aud = claims.putArray("aud");
        audiences.forEach(aud::add);
        claims.put("exp", now + validity.length().toSeconds());
        claims.put("iat", now);
        claims.put("iss", issuer);
        claims.put("jti", UUID.randomUUID().toString());
        ObjectNode kubernetes = subject.claim();
        validity.warnAfter()
                .ifPresent(after -> kubernetes.put("warnafter", now + after.toSeconds()));
        claims.set("kubernetes.io", kubernetes);
        claims.put("nbf", now);
        claims.put("sub", subject.userName());
        return JsonWebToken.sign(claims, key);
    }
}
