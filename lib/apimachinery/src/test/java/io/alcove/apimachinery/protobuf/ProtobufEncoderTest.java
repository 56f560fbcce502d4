package io.alcove.apimachinery.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The messages are what upstream's generated code makes of objects that have every field. */
class ProtobufEncoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProtobufEncoder ENCODER = ProtobufEncoder.load("1.36").orElseThrow();
    private static final ProtobufDecoder DECODER = ProtobufDecoder.load("1.36").orElseThrow();

    private record Golden(GroupVersionKind kind, byte[] json, byte[] message) {

        static Golden parse(String line) {
            List<String> parts = List.of(line.split("\t", -1));
            return new Golden(
                    new GroupVersionKind(parts.get(0), parts.get(1), parts.get(2)),
                    parts.get(3).getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(parts.get(4)));
        }
    }

    @Test
    void writesEveryKindAsUpstream() {
        for (Golden golden : goldens()) {
            assertThat(ENCODER.message(golden.kind(), golden.json()))
                    .as("%s", golden.kind())
                    .isEqualTo(golden.message());
        }
    }

    @Test
    void writesWhatItReads() throws IOException {
        for (Golden golden : goldens()) {
            byte[] whole = ProtobufEncoder.envelope(golden.kind(), golden.message());
            JsonNode read = DECODER.decode(whole).orElseThrow();
            assertThat(ENCODER.message(golden.kind(), JSON.writeValueAsBytes(read)))
                    .as("%s", golden.kind())
                    .isEqualTo(golden.message());
        }
    }

    @Test
    void readsFieldsInAnyOrder() throws IOException {
        for (Golden golden : goldens()) {
            JsonNode reversed = reversed(JSON.readTree(golden.json()));
            assertThat(ENCODER.message(golden.kind(), JSON.writeValueAsBytes(reversed)))
                    .as("%s", golden.kind())
                    .hasSize(golden.message().length);
        }
    }

    @Test
    void readsTheKindOfAnObject() {
        record Case(String json, GroupVersionKind kind) {}
        for (Case c :
                List.of(
                        new Case(
                                "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{}}",
                                new GroupVersionKind("", "v1", "Pod")),
                        new Case(
                                "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\"}",
                                new GroupVersionKind("apps", "v1", "Deployment")))) {
            assertThat(ProtobufEncoder.kindOf(c.json().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(c.kind());
        }
    }

    private static JsonNode reversed(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode reversed = JSON.createObjectNode();
        List<String> names = new java.util.ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names.reversed()) {
            reversed.set(name, reversed(object.get(name)));
        }
        return reversed;
    }

    private static List<Golden> goldens() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Objects.requireNonNull(
                                                ProtobufEncoderTest.class.getResourceAsStream(
                                                        "objects-1.36.tsv.gz"))),
                                StandardCharsets.UTF_8))) {
            return lines.lines().map(Golden::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
