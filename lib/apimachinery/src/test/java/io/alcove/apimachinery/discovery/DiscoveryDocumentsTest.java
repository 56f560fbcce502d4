package io.alcove.apimachinery.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every document, byte for byte, to what a kube-apiserver 1.36 answered. */
class DiscoveryDocumentsTest {

    private static final DiscoveryDocuments DOCUMENTS =
            new DiscoveryDocuments(Catalog.load("1.36"), "127.0.0.1:22300");

    record Case(String path, String answer) {
        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Case> answers() throws IOException {
        try (InputStream in =
                DiscoveryDocumentsTest.class.getResourceAsStream("answers-1.36.tsv")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(line -> new Case(line[0], line[1] + "\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAsUpstream(Case known) {
        assertThat(document(known.path()).map(DiscoveryDocumentsTest::text))
                .contains(known.answer());
    }

    @Test
    void knowsNoOtherGroupsAndVersions() {
        assertThat(DOCUMENTS.group("")).isEmpty();
        assertThat(DOCUMENTS.group("example.com")).isEmpty();
        assertThat(DOCUMENTS.resources("apps", "v1beta1")).isEmpty();
        assertThat(DOCUMENTS.aggregatedGroups("v2beta1")).isEmpty();
    }

    private static Optional<byte[]> document(String path) {
        String[] parts = path.split("/", -1);
        return switch (path) {
            case "/api" -> Optional.of(DOCUMENTS.legacyApi());
            case "/apis" -> Optional.of(DOCUMENTS.apis());
            case "/api/v1" -> DOCUMENTS.resources("", "v1");
            case "aggregated /api" -> DOCUMENTS.aggregatedCore("v2");
            case "aggregated /apis" -> DOCUMENTS.aggregatedGroups("v2");
            default ->
                    parts.length == 3
                            ? DOCUMENTS.group(parts[2])
                            : DOCUMENTS.resources(parts[2], parts[3]);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
