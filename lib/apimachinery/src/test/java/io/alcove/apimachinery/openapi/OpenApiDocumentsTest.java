package io.alcove.apimachinery.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

        assertThat(operations.stream().sorted()).containsExactlyElementsOf(recorded());
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

    private static List<String> recorded() {
        try (InputStream in =
                OpenApiDocumentsTest.class.getResourceAsStream("operations-1.36.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
