package io.alcove.apimachinery.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.SchemaLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the groups of aggregated discovery, with schemas and columns put to each resource. */
final class GroupReader {

    private final SchemaLibrary schemas;
    private final Map<GroupVersionKind, String> kinds;
    private final JsonNode columns;

    GroupReader(SchemaLibrary schemas, Map<GroupVersionKind, String> kinds, JsonNode columns) {
        this.schemas = schemas;
        this.kinds = kinds;
        this.columns = columns;
    }

    List<ApiGroup> read(JsonNode groups) {
        List<ApiGroup> read = new ArrayList<>();
        for (JsonNode group : groups) {
            String name = group.path("group").asText();
            List<ApiGroup.Version> versions = new ArrayList<>();
            for (JsonNode version : group.path("versions")) {
                versions.add(readVersion(name, version));
            }
            read.add(new ApiGroup(name, versions));
        }
        return read;
    }

    private ApiGroup.Version readVersion(String group, JsonNode version) {
        List<ResourceType> resources = new ArrayList<>();
        String name = version.path("version").asText();
        for (JsonNode resource : version.path("resources")) {
            resources.add(readResource(group, name, resource));
        }
        return new ApiGroup.Version(name, resources);
    }

    private ResourceType readResource(String group, String version, JsonNode node) {
        GroupVersionResource resource =
                new GroupVersionResource(group, version, node.path("resource").asText());
        GroupVersionKind kind = kind(node.path("responseKind"), group, version);
        return new ResourceType(
                resource,
                kind,
                new ResourceNames(
                        node.path("singularResource").asText(),
                        texts(node.path("shortNames")),
                        texts(node.path("categories"))),
                node.path("scope").asText().equals("Namespaced"),
                texts(node.path("verbs")),
                subresources(node, group, version),
                columns(resource),
                StorageVersions.of(resource),
                schema(kind));
    }

    private List<Subresource> subresources(JsonNode node, String group, String version) {
        List<Subresource> subresources = new ArrayList<>();
        for (JsonNode sub : node.path("subresources")) {
            subresources.add(
                    new Subresource(
                            sub.path("subresource").asText(),
                            kind(sub.path("responseKind"), group, version),
                            texts(sub.path("verbs"))));
        }
        return subresources;
    }

    private List<ColumnDefinition> columns(GroupVersionResource resource) {
        List<ColumnDefinition> definitions = new ArrayList<>();
        for (JsonNode column : columns.path(resource.apiVersion() + "/" + resource.resource())) {
            definitions.add(
                    new ColumnDefinition(
                            column.path("name").asText(),
                            column.path("type").asText(),
                            column.path("format").asText(""),
                            column.path("priority").asInt()));
        }
        return definitions;
    }

    private Schema schema(GroupVersionKind kind) {
        String name = kinds.get(kind);
        if (name == null) {
            throw new IllegalStateException("the catalog's file has no schema of " + kind);
        }
        return schemas.find(name).orElseThrow();
    }

    /** Discovery leaves the group and version out where they are the resource's own. */
    private static GroupVersionKind kind(JsonNode node, String group, String version) {
        String kind = node.path("kind").asText();
        return node.path("version").asText("").isEmpty()
                ? new GroupVersionKind(group, version, kind)
                : new GroupVersionKind(
                        node.path("group").asText(""), node.path("version").asText(), kind);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
