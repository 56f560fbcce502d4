package io.alcove.apiserver.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.pki.KeyAlgorithm;
import io.alcove.pki.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    private static final TokenSubject SUBJECT =
            new TokenSubject(
                    "default",
                    new BoundObject("s1", "u1"),
                    Optional.of(new BoundObject("p1", "u2")),
                    Optional.empty(),
                    Optional.of(new BoundObject("n1", "")));

    @TempDir Path directory;

    @Test
    void signsWithEveryKindOfKey() throws Exception {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            JsonWebToken token = issue(keys(algorithm));

            assertThat(token.keyId()).hasSize(43);
            assertThat(token.isSignedBy(keys(algorithm).verifying().getFirst()))
                    .as(algorithm.name())
                    .isTrue();
        }
    }

    @Test
    void writesClaimsAsUpstreamDoes() throws Exception {
        String claims = issue(keys(KeyAlgorithm.RSA)).claims().toString();

        assertThat(claims.replaceAll("\"jti\":\"[^\"]+\"", "\"jti\":\"\""))
                .isEqualTo(
                        "{\"aud\":[\"a\"],\"exp\":31536100,\"iat\":100,\"iss\":\"me\",\"jti\":\"\","
                                + "\"kubernetes.io\":{\"namespace\":\"default\","
                                + "\"node\":{\"name\":\"n1\"},"
                                + "\"pod\":{\"name\":\"p1\",\"uid\":\"u2\"},"
                                + "\"serviceaccount\":{\"name\":\"s1\",\"uid\":\"u1\"},"
                                + "\"warnafter\":3707},"
                                + "\"nbf\":100,\"sub\":\"system:serviceaccount:default:s1\"}");
    }

    private static JsonWebToken issue(TokenKeys keys) {
        String token =
                new TokenIssuer("me", keys.signing().orElseThrow())
                        .issue(
                                SUBJECT,
                                List.of("a"),
                                new TokenIssuer.Validity(
                                        Instant.ofEpochSecond(100),
                                        Duration.ofDays(365),
                                        Optional.of(Duration.ofSeconds(3607))));
        return JsonWebToken.parse(token).orElseThrow();
    }

    private TokenKeys keys(KeyAlgorithm algorithm) throws Exception {
        Path key = directory.resolve(algorithm + ".key");
        Path pub = directory.resolve(algorithm + ".pub");
        if (!Files.exists(key)) {
            KeyPair pair = algorithm.generate();
            Files.writeString(key, Pem.encode(pair.getPrivate()));
            Files.writeString(pub, Pem.encode(pair.getPublic()));
        }
        return TokenKeys.read(Optional.of(key), List.of(pub));
    }
}
