package io.alcove.apimachinery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.discovery.DiscoveryDocuments;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.openapi.OpenApiDocuments;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each version has, by what became of some resources and fields from one to the next. */
class VersionsTest {

    /**
     * @param resources how many there are
     * @param schemas how many there are
     * @param hash that the version's discovery has of resource.k8s.io/v1 deviceclasses
     */
    record Case(String minor, String release, int resources, int schemas, String hash) {}

    static List<Case> versions() {
        return List.of(
                new Case("1.34", "v1.34.4", 66, 569, "resource.k8s.io/v1beta2"),
                new Case("1.35", "v1.35.4", 66, 570, "resource.k8s.io/v1"),
                new Case("1.36", "v1.36.3", 68, 584, "resource.k8s.io/v1"),
                new Case("1.37", "v1.37.2", 72, 624, "resource.k8s.io/v1"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void servesWhatThatVersionServes(Case of) {
        Catalog catalog = Catalog.load(of.minor());
        assertThat(catalog.minor()).isEqualTo(of.minor());
        assertThat(catalog.version().path("gitVersion").asText()).isEqualTo(of.release());
        assertThat(catalog.resources()).hasSize(of.resources());
        assertThat(catalog.schemas().names()).hasSize(of.schemas());
        ResourceType classes =
                catalog.resource(new GroupVersionResource("resource.k8s.io", "v1", "deviceclasses"))
                        .orElseThrow();
        assertThat(catalog.storageVersion(classes)).isEqualTo(of.hash());
    }

    /** Where this fails, what a store holds in that version must be converted when it is read. */
    @ParameterizedTest
    @CsvSource({"1.34, 1.35", "1.35, 1.36", "1.36, 1.37"})
    void storesInWhatTheVersionBeforeStoredIn(String before, String after) {
        Catalog older = Catalog.load(before);
        Catalog newer = Catalog.load(after);
        for (ResourceType type : older.resources()) {
            assertThat(newer.resource(type.resource()))
                    .as("%s under %s", type.resource(), after)
                    .map(ResourceType::storage)
                    .contains(type.storage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.34", "1.35", "1.36", "1.37"})
    void hasDocumentsAndSchemasOfAllThatItServes(String minor) {
        Catalog catalog = Catalog.load(minor);
        DiscoveryDocuments discovery = new DiscoveryDocuments(catalog, "127.0.0.1:6443");
        OpenApiDocuments openApi = new OpenApiDocuments(catalog);
        assertThat(ProtobufDecoder.load(minor)).isPresent();
        for (ResourceType type : catalog.resources()) {
            GroupVersionResource resource = type.resource();
            assertThat(discovery.resources(resource.group(), resource.version()))
                    .hasValueSatisfying(
                            document ->
                                    assertThat(new String(document, StandardCharsets.UTF_8))
                                            .contains('"' + resource.resource() + '"'));
            assertThat(type.schema().properties().values())
                    .as("Go's marks of %s", type.kind())
                    .allMatch(property -> property.goField().isPresent());
        }
        assertThat(openApi.v2()).isNotEmpty();
    }
}
