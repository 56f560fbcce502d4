package io.alcove.apimachinery.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.alcove.apimachinery.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApiDocuments DOCUMENTS = new OpenApiDocuments(Catalog.load("1.36"));

    @Test
    void publishesTheOperationsThatUpstreamPublishes() throws IOException {
        List<String> operations = new ArrayList<>();
        JsonNode index = JSON.readTree(DOCUMENTS.v3Index());
        for (Map.Entry<String, JsonNode> path : index.path("paths").properties()) {
            JsonNode document = JSON.readTree(DOCUMENTS.v3(path.getKey()).orElseThrow());
            operations.addAll(new OperationLines(document).lines());
        }

        assertThat(operations.stream().sorted())
                .containsExactlyElementsOf(recorded("operations-1.36.txt"));
    }

    @Test
    void holdsEveryComponentThatItRefersTo() throws IOException {
        JsonNode document = JSON.readTree(DOCUMENTS.v3("api/v1").orElseThrow());
        TreeSet<String> references = new TreeSet<>();
        document.findValuesAsText("$ref")
                .forEach(ref -> references.add(ref.substring(Components.PREFIX.length())));

        JsonNode schemas = document.at("/components/schemas");
        assertThat(references).allSatisfy(name -> assertThat(schemas.has(name)).isTrue());
        assertThat(
                        schemas.path("io.k8s.api.core.v1.Pod")
                                .at("/x-kubernetes-group-version-kind/0/kind")
                                .asText())
                .isEqualTo("Pod");
    }

    @Test
    void namesDocumentsByTheirHash() throws IOException {
        JsonNode index = JSON.readTree(DOCUMENTS.v3Index());
        String hash = DOCUMENTS.v3Hash("apis/apps/v1").orElseThrow();

        assertThat(index.path("paths").path("apis/apps/v1").path("serverRelativeURL").asText())
                .isEqualTo("/openapi/v3/apis/apps/v1?hash=" + hash);
        assertThat(hash).hasSize(128);
        assertThat(DOCUMENTS.v3("apis/apps/v2")).isEmpty();
    }

    /** By digests of their JSON with sorted keys and without descriptions. */
    @Test
    void definesInVersion2WhatUpstreamDefines() throws Exception {
        ObjectMapper sorted =
                JsonMapper.builder()
                        .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                        .build();
        List<String> recorded = recorded("definitions-1.36.txt");
        JsonNode document = JSON.readTree(DOCUMENTS.v2());
        List<String> definitions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : document.path("definitions").properties()) {
            // Names its kind once for every group in version 2, and for one in version 3.
            if (!entry.getKey().endsWith(".DeleteOptions")) {
                Object plain = sorted.treeToValue(entry.getValue(), Object.class);
                byte[] json = sorted.writeValueAsBytes(plain);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
                definitions.add(
                        entry.getKey() + " " + HexFormat.of().formatHex(digest).substring(0, 16));
            }
        }

        assertThat(definitions).hasSizeGreaterThan(500);
        assertThat(recorded).containsAll(definitions);
        assertThat(document.path("paths").size())
                .isEqualTo(
                        recorded("operations-1.36.txt").stream()
                                .map(line -> line.substring(0, line.indexOf(' ')))
                                .distinct()
                                .count());
    }

    private static List<String> recorded(String name) {
        try (InputStream in = OpenApiDocumentsTest.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
