package io.alcove.apiserver.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apiserver.authentication.TokenOutcome;
import io.alcove.apiserver.expression.CelExpressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, and how, is recorded from a real kube-apiserver. */
class OidcIssuersTest {

    private static final List<String> API = List.of("https://kubernetes.default.svc");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @TempDir private Path directory;

    private record Case(String name, String claims, String outcome) {}

    @Test
    void makesUsersOfClaims() throws Exception {
        try (TestingIssuer issuer = new TestingIssuer(directory)) {
            OidcIssuers tokens = started(issuer, BY_CLAIMS);
            String good = "'sub':'s','uid':'u','tenant':'t1','groups':['x','y'],'jti':'j1'";
            for (Case c :
                    List.of(
                            new Case(
                                    "good",
                                    good,
                                    "oidc:s u [og:x, og:y] {authentication.kubernetes.io/credential-id=[JTI=j1]}"),
                            new Case(
                                    "one group",
                                    "'sub':'s','uid':'u','tenant':'t1','groups':'x'",
                                    "oidc:s u [og:x] {}"),
                            new Case(
                                    "no groups",
                                    "'sub':'s','uid':'u','tenant':'t1'",
                                    "oidc:s u [] {}"),
                            new Case(
                                    "expired",
                                    good + ",'exp':1799999999",
                                    "oidc: verify token: oidc: token is expired (Token Expiry: 2027-01-15 07:59:59 +0000 UTC)"),
                            new Case(
                                    "another audience",
                                    good + ",'aud':'z'",
                                    "oidc: verify token: oidc: expected audience in [\"a1\" \"a2\"] got [\"z\"]"),
                            new Case(
                                    "no name",
                                    "'uid':'u','tenant':'t1'",
                                    "oidc: parse username claims \"sub\": claim not present"),
                            new Case(
                                    "UID is no text",
                                    "'sub':'s','uid':7,'tenant':'t1'",
                                    "oidc: parse uid claim \"uid\": json: cannot unmarshal number into Go value of type string"),
                            new Case(
                                    "not the required claim",
                                    "'sub':'s','uid':'u','tenant':'t2'",
                                    "oidc: required claim tenant value does not match. Got = t2, want = t1"),
                            new Case(
                                    "required claim is missing",
                                    "'sub':'s','uid':'u'",
                                    "oidc: required claim tenant not present in ID token"))) {
                assertThat(outcome(tokens, issuer.token(claims(issuer, c.claims()))))
                        .as(c.name())
                        .isEqualTo(c.outcome());
            }
            assertThat(tokens.authenticate(issuer.token("{'iss':'https://other'}"), API))
                    .isInstanceOf(TokenOutcome.Unknown.class);
            issuer.rotate();
            assertThat(outcome(tokens, issuer.token(claims(issuer, good))))
                    .as("a new key is fetched")
                    .startsWith("oidc:s");
        }
    }

    @Test
    void computesUsersByExpressions() throws Exception {
        try (TestingIssuer issuer = new TestingIssuer(directory)) {
            OidcIssuers tokens =
                    started(
                            issuer,
                            """
                            claimMappings:
                              username: {expression: '"cel:" + claims.sub'}
                              groups: {expression: 'has(claims.groups) ? claims.groups : []'}
                              extra:
                              - {key: example.com/tenant, valueExpression: 'claims.tenant'}
                            claimValidationRules:
                            - {expression: 'claims.tenant == "t1"', message: only tenant one}
                            """);
            for (Case c :
                    List.of(
                            new Case(
                                    "good",
                                    "'sub':'s','tenant':'t1','groups':['x','']",
                                    "cel:s  [x] {example.com/tenant=[t1]}"),
                            new Case(
                                    "against a rule",
                                    "'sub':'s','tenant':'t2'",
                                    "oidc: error evaluating claim validation expression: validation expression 'claims.tenant == \"t1\"' failed: only tenant one"),
                            new Case(
                                    "a claim is missing",
                                    "'tenant':'t1'",
                                    "oidc: error evaluating username claim expression: expression '\"cel:\" + claims.sub' resulted in error: no such key: sub"))) {
                assertThat(outcome(tokens, issuer.token(claims(issuer, c.claims()))))
                        .as(c.name())
                        .isEqualTo(c.outcome());
            }
        }
    }

    @Test
    void saysAllThatIsWrongWithAConfiguration() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        apiVersion: apiserver.config.k8s.io/v1
                                        kind: AuthenticationConfiguration
                                        jwt:
                                        - issuer: {url: 'http://own', audiences: [a, b]}
                                          claimMappings:
                                            username: {claim: sub}
                                        """))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("URL scheme must be https")
                .hasMessageContaining("audienceMatchPolicy must be MatchAny for multiple audiences")
                .hasMessageContaining("prefix is required when claim is set");
    }

    private static final String BY_CLAIMS =
            """
            claimMappings:
              username: {claim: sub, prefix: 'oidc:'}
              groups: {claim: groups, prefix: 'og:'}
              uid: {claim: uid}
            claimValidationRules:
            - {claim: tenant, requiredValue: t1}
            """;

    private static String claims(TestingIssuer issuer, String more) {
        String audience = more.contains("'aud'") ? "" : "'aud':['a2'],";
        String end = more.contains("'exp'") ? "" : "'exp':1800000100,";
        return "{'iss':'%s',%s%s%s}".formatted(issuer.url(), audience, end, more);
    }

    private static OidcIssuers started(TestingIssuer issuer, String mappings) throws IOException {
        AuthenticationConfiguration configuration =
                read(
                        """
                        apiVersion: apiserver.config.k8s.io/v1
                        kind: AuthenticationConfiguration
                        jwt:
                        - issuer:
                            url: %s
                            audiences: [a1, a2]
                            audienceMatchPolicy: MatchAny
                            certificateAuthority: |
                        %s
                        %s
                        """
                                .formatted(
                                        issuer.url(),
                                        issuer.authority().indent(6).stripTrailing(),
                                        mappings.indent(2).stripTrailing()));
        OidcIssuers tokens = new OidcIssuers(() -> configuration, API, () -> NOW);
        tokens.awaitStart();
        return tokens;
    }

    private static AuthenticationConfiguration read(String yaml) throws IOException {
        return AuthenticationConfiguration.read(
                yaml.getBytes(StandardCharsets.UTF_8),
                Set.of(),
                CelExpressions.ofMap("claims"),
                CelExpressions.ofMap("user"));
    }

    private static String outcome(OidcIssuers tokens, String token) {
        return switch (tokens.authenticate(token, API)) {
            case TokenOutcome.Known(var user, _) ->
                    "%s %s %s %s".formatted(user.name(), user.uid(), user.groups(), user.extra());
            case TokenOutcome.Invalid(String why) -> why;
            case TokenOutcome.Unknown _ -> "unknown";
        };
    }
}
