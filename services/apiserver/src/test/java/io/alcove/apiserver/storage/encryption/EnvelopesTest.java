package io.alcove.apiserver.storage.encryption;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.object.GroupResource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kube-apiserver 1.36.3 with these keys wrote into etcd. */
final class EnvelopesTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final GroupResource ANY = new GroupResource("", "any");

    record Case(String provider, String context, byte[] value) {
        @Override
        public String toString() {
            return provider;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode row : recorded()) {
            cases.add(
                    new Case(
                            row.path("provider").asText(),
                            row.path("context").asText(),
                            Base64.getDecoder().decode(row.path("value").asText())));
        }
        return cases;
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream in = EnvelopesTest.class.getResourceAsStream("envelopes.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static ValueTransformer transformer(String provider, byte[] key) {
        return new ResourceTransformers(
                        ConfigurationParser.parse(
                                """
                                apiVersion: apiserver.config.k8s.io/v1
                                kind: EncryptionConfiguration
                                resources:
                                - resources: ["*."]
                                  providers:
                                  - %s: {keys: [{name: key1, secret: %s}]}
                                """
                                        .formatted(
                                                provider, Base64.getEncoder().encodeToString(key))
                                        .getBytes(UTF_8)),
                        _ -> {
                            throw new AssertionError();
                        })
                .of(ANY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatKubeApiserverWrote(Case recorded) throws TransformException {
        ValueTransformer.Plain plain =
                transformer(recorded.provider(), KEY)
                        .fromStorage(recorded.value(), recorded.context().getBytes(UTF_8));
        assertThat(new String(plain.value(), ISO_8859_1))
                .startsWith("k8s\0")
                .contains("plain-text-a");
        assertThat(plain.stale()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatItWrote(Case recorded) throws TransformException {
        ValueTransformer transformer = transformer(recorded.provider(), KEY);
        for (int length : new int[] {0, 1, 15, 16, 17, 4000}) {
            byte[] plain = new byte[length];
            byte[] context = "/registry/a".getBytes(UTF_8);
            byte[] stored = transformer.toStorage(plain, context);
            assertThat(new String(stored, ISO_8859_1))
                    .startsWith("k8s:enc:" + recorded.provider() + ":v1:key1:");
            assertThat(transformer.fromStorage(stored, context).value()).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void failsUnderAnotherKey(Case recorded) {
        ValueTransformer transformer =
                transformer(
                        recorded.provider(), "fedcba9876543210fedcba9876543210".getBytes(UTF_8));
        assertThatThrownBy(
                        () ->
                                transformer.fromStorage(
                                        recorded.value(), recorded.context().getBytes(UTF_8)))
                .isInstanceOf(TransformException.class);
    }
}
