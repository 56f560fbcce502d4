package io.alcove.apiserver.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.openapi.OpenApiDocuments;
import io.alcove.apimachinery.openapi.TypeDescription;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribedDocumentsTest {

    private static final OpenApiDocuments PLAIN = new OpenApiDocuments(Catalog.load("1.36"));
    private static final String APPS = "apis/apps/v1";
    private static final String DEPLOYMENT = "io.k8s.api.apps.v1.Deployment";

    private final TestingHost host = new TestingHost();
    private Instant now = Instant.EPOCH;
    private final InstantSource time = () -> now;
    private final DescribedDocuments documents =
            new DescribedDocuments(() -> PLAIN, host, time.withZone(ZoneOffset.UTC));

    @Test
    void putsTheHostsWordsIntoTheDocumentOfAVersion() throws IOException {
        JsonNode schema = schemas(documents.v3(APPS).orElseThrow()).path(DEPLOYMENT);
        assertThat(schema.path("description").asText()).isEqualTo("runs pods");
        assertThat(schema.at("/properties/spec/description").asText()).isEqualTo("what is wanted");
        assertThat(schema.at("/properties/status").has("description")).isFalse();
    }

    @Test
    void putsThemIntoOpenApi2() throws IOException {
        JsonNode document = new ObjectMapper().readTree(documents.v2().bytes());
        assertThat(document.path("definitions").path(DEPLOYMENT).path("description").asText())
                .isEqualTo("runs pods");
        assertThat(new String(documents.v2Protobuf().bytes(), StandardCharsets.UTF_8))
                .contains("runs pods");
    }

    @Test
    void namesADocumentInTheIndexByTheHashThatItHas() throws IOException {
        JsonNode index = new ObjectMapper().readTree(documents.v3Index());
        assertThat(index.path("paths").path(APPS).path("serverRelativeURL").asText())
                .endsWith("?hash=" + documents.v3(APPS).orElseThrow().hash());
        assertThat(index.at("/paths/api~1v1/serverRelativeURL").asText())
                .as("what the host does not serve keeps its own")
                .endsWith("?hash=" + PLAIN.v3Hash("api/v1").orElseThrow());
    }

    @Test
    void asksTheHostOnceForADocument() {
        documents.v3(APPS);
        documents.v3(APPS);
        documents.v3("api/v1");
        assertThat(host.asked).containsExactly("index", APPS);
    }

    @Test
    void asksAgainWhereTheHostsDocumentIsAnother() {
        String before = documents.v3(APPS).orElseThrow().hash();
        host.hash = "2";
        now = now.plus(Duration.ofHours(1));
        assertThat(documents.v3(APPS).orElseThrow().hash()).isNotEqualTo(before);
        assertThat(host.asked).containsExactly("index", APPS, "index", APPS);
    }

    @Test
    void answersWithoutThemWhileTheHostIsDown() {
        host.down = true;
        assertThat(documents.v3(APPS).orElseThrow().bytes())
                .isEqualTo(PLAIN.v3(APPS).orElseThrow());
        assertThat(documents.v3Index()).isEqualTo(PLAIN.v3Index());
        assertThat(documents.v2().bytes()).isEqualTo(PLAIN.v2());
        assertThat(documents.v2Protobuf().bytes()).isEqualTo(PLAIN.v2Protobuf());
        assertThat(host.asked).as("the host is left alone for a while").containsExactly("index");
        host.down = false;
        now = now.plus(Duration.ofHours(1));
        assertThat(documents.v2().bytes()).isNotEqualTo(PLAIN.v2());
    }

    @Test
    void answersAsBeforeWithoutAHost() {
        DescribedDocuments alone =
                new DescribedDocuments(() -> PLAIN, HostTypes.NONE, Clock.systemUTC());
        assertThat(alone.v3Index()).isEqualTo(PLAIN.v3Index());
        assertThat(alone.v3(APPS).orElseThrow().hash()).isEqualTo(PLAIN.v3Hash(APPS).orElseThrow());
        assertThat(alone.v3("apis/nothing/v1")).isEmpty();
    }

    private static JsonNode schemas(Document document) throws IOException {
        return new ObjectMapper().readTree(document.bytes()).path("components").path("schemas");
    }

    private static final class TestingHost implements HostTypes {

        private final List<String> asked = new ArrayList<>();
        private String hash = "1";
        private boolean down;

        @Override
        public Map<String, String> hashes() {
            ask("index");
            return Map.of(APPS, hash);
        }

        @Override
        public Map<String, TypeDescription> describe(String path) {
            ask(path);
            return Map.of(
                    DEPLOYMENT, new TypeDescription("runs pods", Map.of("spec", "what is wanted")));
        }

        private void ask(String what) {
            asked.add(what);
            if (down) {
                throw new StatusException(Status.of(StatusReason.SERVICE_UNAVAILABLE, "down"));
            }
        }
    }
}
