package io.alcove.apimachinery.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.function.Predicate;

/** Discovery by one document for all groups, in apidiscovery.k8s.io/v2. */
final class AggregatedDiscovery {

    ObjectNode core(List<ApiGroup> groups) {
        return list(groups, group -> group.name().isEmpty());
    }

    ObjectNode named(List<ApiGroup> groups) {
        return list(groups, group -> !group.name().isEmpty());
    }

    private static ObjectNode list(List<ApiGroup> groups, Predicate<ApiGroup> wanted) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        document.putObject("metadata");
        ArrayNode items = document.putArray("items");
        groups.stream().filter(wanted).forEach(group -> addGroup(items, group));
        return document;
    }

    private static void addGroup(ArrayNode items, ApiGroup group) {
        ObjectNode item = items.addObject();
        ObjectNode metadata = item.putObject("metadata");
        if (!group.name().isEmpty()) {
            metadata.put("name", group.name());
        }
        ArrayNode versions = item.putArray("versions");
        for (ApiGroup.Version version : group.versions()) {
            ObjectNode node = versions.addObject().put("version", version.version());
            ArrayNode resources = node.putArray("resources");
            version.resources().forEach(type -> addResource(resources, type));
            node.put("freshness", "Current");
        }
    }

    private static void addResource(ArrayNode resources, ResourceType type) {
        ObjectNode node = resources.addObject();
        node.put("resource", type.resource().resource());
        putKind(node, type.kind(), type);
        node.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
        node.put("singularResource", type.names().singular());
        Texts.put(node, "verbs", type.verbs());
        Texts.putUnlessEmpty(node, "shortNames", type.names().shortNames());
        Texts.putUnlessEmpty(node, "categories", type.names().categories());
        if (!type.subresources().isEmpty()) {
            ArrayNode subresources = node.putArray("subresources");
            type.subresources().forEach(sub -> addSubresource(subresources, type, sub));
        }
    }

    private static void addSubresource(ArrayNode subresources, ResourceType type, Subresource sub) {
        ObjectNode node = subresources.addObject();
        node.put("subresource", sub.name());
        putKind(node, sub.kind(), type);
        Texts.put(node, "verbs", sub.verbs());
    }

    /** The kind's group and version are empty where they are those of a built-in resource. */
    private static void putKind(ObjectNode node, GroupVersionKind kind, ResourceType type) {
        boolean own = !type.isCustom() && kind.apiVersion().equals(type.resource().apiVersion());
        node.putObject("responseKind")
                .put("group", own ? "" : kind.group())
                .put("version", own ? "" : kind.version())
                .put("kind", kind.kind());
    }
}
