package io.alcove.apimachinery.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalog CATALOG = Catalog.load("1.36");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    /** A row that a kube-apiserver 1.36 answered, with its object and the time of the answer. */
    record Case(String name, JsonNode row) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> rows() throws IOException {
        try (InputStream in = TablesTest.class.getResourceAsStream("rows-1.36.jsonl")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().map(TablesTest::read);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rendersRowsAsUpstream(Case known) {
        ResourceType type =
                type(
                        known.row().path("apiVersion").asText(),
                        known.row().path("resource").asText());
        ApiObject object = ApiObject.of((ObjectNode) known.row().path("object"));
        Instant now = Instant.parse(known.row().path("now").asText());

        ObjectNode table = Tables.event(type, object, IncludeObject.NONE, true, now);

        JsonNode row = table.path("rows").path(0);
        assertThat(row.path("cells").toString()).isEqualTo(known.row().path("cells").toString());
        assertThat(row.path("conditions")).isEqualTo(known.row().path("conditions"));
        assertThat(table.path("columnDefinitions").findValuesAsText("name"))
                .containsExactlyElementsOf(
                        known.row().path("columns").valueStream().map(JsonNode::asText).toList());
    }

    @Test
    void sendsColumnsInTheFirstEventOfAWatchOnly() {
        ObjectNode later = Tables.event(pods(), pod(), IncludeObject.METADATA, false, NOW);

        assertThat(later.path("columnDefinitions").isNull()).isTrue();
        assertThat(later.at("/metadata/resourceVersion").asText()).isEqualTo("7");
    }

    @Test
    void includesWhatIsAskedFor() {
        assertThat(object(IncludeObject.NONE).isNull()).isTrue();
        assertThat(object(IncludeObject.METADATA).path("kind").asText())
                .isEqualTo("PartialObjectMetadata");
        assertThat(object(IncludeObject.OBJECT)).isEqualTo(pod().node());
        assertThatThrownBy(() -> IncludeObject.parse("All")).isInstanceOf(StatusException.class);
    }

    private static JsonNode object(IncludeObject include) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("resourceVersion", "9");
        return Tables.render(pods(), List.of(pod()), include, metadata, NOW).at("/rows/0/object");
    }

    private static ApiObject pod() {
        GroupVersionKind kind = new GroupVersionKind("", "v1", "Pod");
        ApiObject pod = ApiObject.of(kind, new ObjectName("default", "a"));
        pod.with("metadata").put("resourceVersion", "7");
        return pod;
    }

    private static ResourceType pods() {
        return type("v1", "pods");
    }

    private static ResourceType type(String apiVersion, String resource) {
        GroupVersionKind version = GroupVersionKind.of(apiVersion, "");
        return CATALOG.resource(
                        new GroupVersionResource(version.group(), version.version(), resource))
                .orElseThrow();
    }

    private static Case read(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            String name = row.path("object").path("metadata").path("name").asText();
            return new Case(
                    row.path("apiVersion").asText()
                            + " "
                            + row.path("resource").asText()
                            + " "
                            + name,
                    row);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
