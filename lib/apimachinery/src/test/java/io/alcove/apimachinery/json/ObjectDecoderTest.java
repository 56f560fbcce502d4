package io.alcove.apimachinery.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class ObjectDecoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectDecoder DECODER = new ObjectDecoder(Catalog.load("1.36"));

    private record Answer(String message, List<String> warnings) {}

    @Test
    void answersAsTheRecordedApiServerDid() {
        JsonNode cases = resource("decoding-cases.json");
        JsonNode answers = resource("decoding-answers.json");
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            List<String> warnings = new ArrayList<>();
            answers.path(i).path("warnings").forEach(w -> warnings.add(w.asText()));
            softly.assertThat(decode(cases.path(i)))
                    .as("%d: %s", i, cases.path(i).path("body").asText())
                    .isEqualTo(new Answer(answers.path(i).path("message").asText(), warnings));
        }
        softly.assertAll();
    }

    private record Case(String name, String kind, String given, String read) {}

    @Test
    void readsIntoCanonicalForm() {
        List<Case> cases =
                List.of(
                        new Case(
                                "nulls and empty values are left out",
                                "v1 ConfigMap",
                                """
                                {"metadata":{"name":"x","labels":{},"annotations":null,"uid":""},
                                 "data":{"a":null,"b":""},"immutable":false}""",
                                """
                                {"metadata":{"name":"x"},"data":{"a":"","b":""},
                                 "immutable":false}"""),
                        new Case(
                                "pointers keep their zero",
                                "apps/v1 Deployment",
                                """
                                {"spec":{"replicas":0,"paused":false,"minReadySeconds":0}}""",
                                """
                                {"spec":{"replicas":0}}"""),
                        new Case(
                                "empty structs stay where they are given",
                                "v1 Pod",
                                """
                                {"spec":{"securityContext":{},"volumes":[{"emptyDir":{}}]}}""",
                                """
                                {"spec":{"securityContext":{},"volumes":[{"emptyDir":{}}]}}"""),
                        new Case(
                                "quantities and times are written in upstream's form",
                                "v1 Pod",
                                """
                                {"metadata":{"creationTimestamp":"2020-01-01T01:00:00.5+01:00"},
                                 "spec":{"overhead":{"cpu":"1000m","memory":1024,"x":null}}}""",
                                """
                                {"metadata":{"creationTimestamp":"2020-01-01T00:00:00Z"},
                                 "spec":{"overhead":{"cpu":"1","memory":"1024","x":"0"}}}"""),
                        new Case(
                                "a repeated struct is merged, a repeated list replaced",
                                "v1 Pod",
                                """
                                {"spec":{"nodeName":"a","tolerations":[{"key":"k"}]},
                                 "spec":{"hostname":"b","tolerations":[{"key":"l"}]}}""",
                                """
                                {"spec":{"nodeName":"a","tolerations":[{"key":"l"}],
                                 "hostname":"b"}}"""),
                        new Case(
                                "what has no schema stays as it came",
                                "apps/v1 ControllerRevision",
                                """
                                {"data":{"a":null,"b":{"c":[]}},"revision":1}""",
                                """
                                {"data":{"a":null,"b":{"c":[]}},"revision":1}"""),
                        new Case(
                                "half a surrogate pair is replaced",
                                "v1 ConfigMap",
                                """
                                {"data":{"a":"x\\ud800y\\ud83d\\ude00"}}""",
                                """
                                {"data":{"a":"x\\ufffdy\\ud83d\\ude00"}}"""));
        for (Case c : cases) {
            Decoded decoded =
                    DECODER.decode(
                            c.given.getBytes(StandardCharsets.UTF_8),
                            BodyFormat.JSON,
                            kind(c.kind),
                            FieldValidation.IGNORE);
            decoded.object().remove(List.of("apiVersion", "kind"));
            assertThat(decoded.object()).as(c.name).isEqualTo(parse(c.read));
        }
    }

    @Test
    void readsAPatchedTreeWithBareReasons() throws IOException {
        JsonNode patched = JSON.readTree("{\"spec\":{\"replicas\":\"3\"}}");

        assertThat(reason(patched, FieldValidation.WARN))
                .isEqualTo(
                        "json: cannot unmarshal string into Go struct field"
                                + " DeploymentSpec.spec.replicas of type int32");
        assertThat(reason(JSON.readTree("{\"spec\":{\"foo\":1}}"), FieldValidation.STRICT))
                .isEqualTo("strict decoding error: unknown field \"spec.foo\"");
    }

    @Test
    void readsDeleteOptionsOfAnyGroup() {
        byte[] body =
                """
                {"kind":"DeleteOptions","apiVersion":"batch/v1","gracePeriodSeconds":0,"x":1}"""
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(DECODER.decodeDeleteOptions(body, BodyFormat.JSON).path("gracePeriodSeconds"))
                .isEqualTo(JSON.getNodeFactory().numberNode(0));
    }

    @Test
    void readsYamlThatOpensWithABrace() {
        byte[] body = "{metadata: {name: x}, data: {a: b}}".getBytes(StandardCharsets.UTF_8);

        Decoded decoded =
                DECODER.decode(body, BodyFormat.YAML, kind("v1 ConfigMap"), FieldValidation.STRICT);

        assertThat(decoded.object().at("/data/a").asText()).isEqualTo("b");
        assertThat(ObjectDecoder.parse(body, BodyFormat.YAML).at("/metadata/name").asText())
                .isEqualTo("x");
    }

    private static String reason(JsonNode patched, FieldValidation validation) {
        try {
            DECODER.decode(
                    (com.fasterxml.jackson.databind.node.ObjectNode) patched,
                    kind("apps/v1 Deployment"),
                    validation);
            return "";
        } catch (DecodeException e) {
            return e.reason();
        }
    }

    private static Answer decode(JsonNode c) {
        BodyFormat format =
                c.path("type").asText().endsWith("yaml") ? BodyFormat.YAML : BodyFormat.JSON;
        FieldValidation validation =
                FieldValidation.parse(c.path("validation").asText("")).orElseThrow();
        byte[] body = c.path("body").asText().getBytes(StandardCharsets.UTF_8);
        try {
            Decoded decoded =
                    DECODER.decode(body, format, kind(c.path("kind").asText()), validation);
            return new Answer("", decoded.warnings());
        } catch (StatusException e) {
            return new Answer(e.status().message(), List.of());
        }
    }

    private static GroupVersionKind kind(String text) {
        int space = text.indexOf(' ');
        return GroupVersionKind.of(text.substring(0, space), text.substring(space + 1));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream in = ObjectDecoderTest.class.getResourceAsStream(name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
