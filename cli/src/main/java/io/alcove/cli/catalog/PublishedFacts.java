package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a catalog, as a server publishes them: discovery, OpenAPI v3 and tables. */
final class PublishedFacts {

    private static final String DISCOVERY =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final List<String> COLUMN_FIELDS = List.of("name", "type", "format", "priority");

    private final LiveServer server;
    private final Facts facts = new Facts();

    private PublishedFacts(LiveServer server) {
        this.server = server;
    }

    static Facts of(LiveServer server) {
        PublishedFacts published = new PublishedFacts(server);
        published.put("version", "", server.get("/version"));
        published.addGroups();
        published.addSchemas();
        return published.facts;
    }

    private void addGroups() {
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        List<StorageHashes.Served> resources = new ArrayList<>();
        for (String root : List.of("/api", "/apis")) {
            for (JsonNode group : server.get(root, DISCOVERY).path("items")) {
                String name = group.path("metadata").path("name").asText();
                ObjectNode named = groups.addObject().put("group", name);
                ArrayNode versions = named.putArray("versions");
                for (JsonNode version : group.path("versions")) {
                    versions.add(version.path("version").asText());
                    resources.addAll(addResources(name, version));
                }
            }
        }
        put("groups", "", groups);
        StorageHashes.elsewhere(server, resources)
                .forEach((resource, stored) -> facts.put("storage", resource, stored));
    }

    private List<StorageHashes.Served> addResources(String group, JsonNode version) {
        String name = version.path("version").asText();
        String apiVersion = group.isEmpty() ? name : group + "/" + name;
        put("resources", apiVersion, version.path("resources"));
        List<StorageHashes.Served> resources = new ArrayList<>();
        for (JsonNode resource : version.path("resources")) {
            String plural = resource.path("resource").asText();
            resources.add(new StorageHashes.Served(apiVersion, plural));
            if (resource.path("verbs").toString().contains("\"list\"")) {
                put("columns", apiVersion + "/" + plural, columns(apiVersion, plural));
            }
        }
        return resources;
    }

    private JsonNode columns(String apiVersion, String plural) {
        String path = ApiPath.of(apiVersion) + "/" + plural + "?limit=1";
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (JsonNode column : server.get(path, TABLE).path("columnDefinitions")) {
            ObjectNode kept = columns.addObject();
            for (String field : COLUMN_FIELDS) {
                JsonNode value = column.path(field);
                if (!value.isMissingNode() && !value.asText().isEmpty()) {
                    kept.set(field, value);
                }
            }
        }
        return columns;
    }

    private void addSchemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (Map.Entry<String, JsonNode> document :
                server.get("/openapi/v3").path("paths").properties()) {
            server.get("/openapi/v3/" + document.getKey())
                    .path("components")
                    .path("schemas")
                    .properties()
                    .forEach(e -> schemas.putIfAbsent(e.getKey(), e.getValue()));
        }
        schemas.forEach(
                (name, schema) -> {
                    put("schema", name, Undescribed.of(schema));
                    schema.path("x-kubernetes-group-version-kind")
                            .forEach(kind -> facts.put("kind", kindKey(kind), name));
                });
    }

    /** "apps/v1 Deployment". */
    private static String kindKey(JsonNode kind) {
        String group = kind.path("group").asText();
        String version = kind.path("version").asText();
        String apiVersion = group.isEmpty() ? version : group + "/" + version;
        return apiVersion + " " + kind.path("kind").asText();
    }

    private void put(String section, String key, JsonNode value) {
        facts.put(section, key, SortedJson.of(value).toString());
    }
}
