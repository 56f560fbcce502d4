package io.alcove.apimachinery.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.facts.Slice;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.SchemaLibrary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the groups of aggregated discovery, with schemas and columns put to each resource. */
final class GroupReader {

    private final SchemaLibrary schemas;
    private final Map<GroupVersionKind, String> kinds;
    private final Facts facts;
    private final StorageVersions storage;
    private final Set<GroupVersionResource> served = new HashSet<>();

    GroupReader(
            SchemaLibrary schemas,
            Map<GroupVersionKind, String> kinds,
            Facts facts,
            StorageVersions storage) {
        this.schemas = schemas;
        this.kinds = kinds;
        this.facts = facts;
        this.storage = storage;
        for (Map.Entry<String, Slice> version : facts.section("resources").entrySet()) {
            GroupVersionKind of = GroupVersionKind.of(version.getKey(), "");
            for (JsonNode node : version.getValue().read()) {
                served.add(
                        new GroupVersionResource(
                                of.group(), of.version(), node.path("resource").asText()));
            }
        }
    }

    List<ApiGroup> read() {
        List<ApiGroup> read = new ArrayList<>();
        for (JsonNode group : facts.only("groups").read()) {
            String name = group.path("group").asText();
            List<ApiGroup.Version> versions = new ArrayList<>();
            for (JsonNode version : group.path("versions")) {
                versions.add(readVersion(name, version.asText()));
            }
            read.add(new ApiGroup(name, versions));
        }
        return read;
    }

    private ApiGroup.Version readVersion(String group, String version) {
        List<ResourceType> resources = new ArrayList<>();
        String key = new GroupVersionKind(group, version, "").apiVersion();
        for (JsonNode resource : facts.find("resources", key).orElseThrow().read()) {
            resources.add(readResource(group, version, resource));
        }
        return new ApiGroup.Version(version, resources);
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
                storage(resource),
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
        String key = resource.apiVersion() + "/" + resource.resource();
        Optional<Slice> columns = facts.find("columns", key);
        if (columns.isEmpty()) {
            return definitions;
        }
        for (JsonNode column : columns.get().read()) {
            definitions.add(
                    new ColumnDefinition(
                            column.path("name").asText(),
                            column.path("type").asText(),
                            column.path("format").asText(""),
                            column.path("priority").asInt()));
        }
        return definitions;
    }

    /** Only a version that is served can be converted to. */
    private GroupVersionResource storage(GroupVersionResource resource) {
        GroupVersionResource stored = storage.of(resource);
        return served.contains(stored) ? stored : resource;
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
