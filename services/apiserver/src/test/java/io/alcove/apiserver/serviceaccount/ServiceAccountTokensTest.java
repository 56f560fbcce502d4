package io.alcove.apiserver.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authentication.TokenOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verifies a token that a real kube-apiserver issued for a pod. */
class ServiceAccountTokensTest {

    private static final String ISSUER = "https://kubernetes.default.svc";
    private static final String ACCOUNT = "9b085dd1-4546-4f94-8a1a-99622ff8ee16";
    private static final String POD = "2e924bbe-14e8-4bff-9ce7-d76d823302da";
    private static final Instant ISSUED = Instant.ofEpochSecond(1795508243);

    private static final Map<String, TokenObjects.Found> LIVING =
            Map.of("serviceaccounts/s1", living(ACCOUNT), "pods/p1", living(POD));

    private record Case(
            String name,
            Instant now,
            List<String> audiences,
            Map<String, TokenObjects.Found> objects,
            String refusal) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("good", ISSUED, List.of(ISSUER), LIVING, ""),
                    new Case(
                            "of another audience",
                            ISSUED,
                            List.of("zz"),
                            LIVING,
                            "token audiences [\"https://kubernetes.default.svc\"] is invalid for"
                                    + " the target audiences [\"zz\"]"),
                    new Case(
                            "expired",
                            Instant.ofEpochSecond(1827044243 + 61),
                            List.of(ISSUER),
                            LIVING,
                            "service account token has expired"),
                    new Case(
                            "expired by less than the leeway",
                            Instant.ofEpochSecond(1827044243 + 59),
                            List.of(ISSUER),
                            LIVING,
                            ""),
                    new Case(
                            "not valid yet",
                            ISSUED.minusSeconds(61),
                            List.of(ISSUER),
                            LIVING,
                            "service account token is not valid yet"),
                    new Case(
                            "account gone",
                            ISSUED,
                            List.of(ISSUER),
                            without("serviceaccounts/s1"),
                            "serviceaccounts \"s1\" not found"),
                    new Case(
                            "account made anew",
                            ISSUED,
                            List.of(ISSUER),
                            with("serviceaccounts/s1", living("other")),
                            "service account UID (other) does not match claim (" + ACCOUNT + ")"),
                    new Case(
                            "pod gone",
                            ISSUED,
                            List.of(ISSUER),
                            without("pods/p1"),
                            "service account token has been invalidated"),
                    new Case(
                            "pod made anew",
                            ISSUED,
                            List.of(ISSUER),
                            with("pods/p1", living("other")),
                            "pod UID (other) does not match service account pod ref claim ("
                                    + POD
                                    + ")"),
                    new Case(
                            "pod being deleted",
                            ISSUED,
                            List.of(ISSUER),
                            with("pods/p1", deleted(POD, ISSUED.minusSeconds(30))),
                            ""),
                    new Case(
                            "pod deleted and held by finalizers",
                            ISSUED,
                            List.of(ISSUER),
                            with("pods/p1", deleted(POD, ISSUED.minusSeconds(61))),
                            "service account token has been invalidated"));

    @Test
    void verifiesTokensOfAnotherServerWithTheSameKey() throws Exception {
        for (Case c : CASES) {
            ServiceAccountTokens tokens =
                    new ServiceAccountTokens(
                            settings(ISSUER), new TestingTokenObjects(c.objects()), c::now);
            String refusal =
                    switch (tokens.authenticate(recorded(), c.audiences())) {
                        case TokenOutcome.Known _ -> "";
                        case TokenOutcome.Invalid(String why) -> why;
                        case TokenOutcome.Unknown _ -> "unknown";
                    };
            assertThat(refusal).as(c.name()).isEqualTo(c.refusal());
        }
    }

    @Test
    void tellsWhoseTheTokenIs() throws Exception {
        TokenOutcome outcome = tokens(ISSUER).authenticate(recorded(), List.of(ISSUER));

        assertThat(outcome).isInstanceOf(TokenOutcome.Known.class);
        TokenOutcome.Known known = (TokenOutcome.Known) outcome;
        assertThat(known.audiences()).containsExactly(ISSUER);
        assertThat(known.user().name()).isEqualTo("system:serviceaccount:default:s1");
        assertThat(known.user().uid()).isEqualTo(ACCOUNT);
        assertThat(known.user().groups())
                .containsExactly("system:serviceaccounts", "system:serviceaccounts:default");
        assertThat(known.user().extra())
                .containsEntry(
                        "authentication.kubernetes.io/credential-id",
                        List.of("JTI=47c2f19b-4a1c-4099-94b9-0e5ea29f96c6"))
                .containsEntry("authentication.kubernetes.io/pod-name", List.of("p1"))
                .containsEntry("authentication.kubernetes.io/pod-uid", List.of(POD))
                .containsEntry("authentication.kubernetes.io/node-name", List.of("n1"))
                .hasSize(5);
    }

    @Test
    void leavesTokensOfOtherIssuersToOthers() throws Exception {
        for (String text : List.of(recorded(), "x", "a.b.c", "")) {
            assertThat(tokens("https://other").authenticate(text, List.of(ISSUER)))
                    .as(text)
                    .isInstanceOf(TokenOutcome.Unknown.class);
        }
    }

    @Test
    void refusesAChangedToken() throws Exception {
        String token = recorded();
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, signature) + other + token.substring(signature + 1);

        assertThat(tokens(ISSUER).authenticate(changed, List.of(ISSUER)))
                .isInstanceOf(TokenOutcome.Invalid.class);
    }

    private static ServiceAccountTokens tokens(String issuer) throws Exception {
        return new ServiceAccountTokens(
                settings(issuer), new TestingTokenObjects(LIVING), () -> ISSUED);
    }

    private static TokenSettings settings(String issuer) throws Exception {
        return new TokenSettings(
                issuer,
                List.of(),
                TokenKeys.read(Optional.empty(), List.of(file("recorded-sa.pub"))));
    }

    private static String recorded() throws IOException, URISyntaxException {
        return Files.readString(file("recorded-token.txt"));
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(ServiceAccountTokensTest.class.getResource(name)).toURI());
    }

    private static TokenObjects.Found living(String uid) {
        return new TokenObjects.Found(uid, Optional.empty());
    }

    private static TokenObjects.Found deleted(String uid, Instant at) {
        return new TokenObjects.Found(uid, Optional.of(at));
    }

    private static Map<String, TokenObjects.Found> without(String key) {
        Map<String, TokenObjects.Found> objects = new HashMap<>(LIVING);
        objects.remove(key);
        return objects;
    }

    private static Map<String, TokenObjects.Found> with(String key, TokenObjects.Found found) {
        Map<String, TokenObjects.Found> objects = new HashMap<>(LIVING);
        objects.put(key, found);
        return objects;
    }

    private record TestingTokenObjects(Map<String, Found> objects) implements TokenObjects {
        @Override
        public Optional<ApiObject> read(String resource, ObjectName name) {
            return Optional.empty();
        }

        @Override
        public Optional<Found> find(String resource, ObjectName name) {
            return Optional.ofNullable(objects.get(resource + "/" + name.name()));
        }
    }
}
