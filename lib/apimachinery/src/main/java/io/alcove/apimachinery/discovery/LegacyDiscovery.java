package io.alcove.apimachinery.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;

/** Discovery by one document a group and a version. */
final class LegacyDiscovery {

    private final Catalog catalog;
    private final String serverAddress;

    LegacyDiscovery(Catalog catalog, String serverAddress) {
        this.catalog = catalog;
        this.serverAddress = serverAddress;
    }

    /** As upstream's, it states no apiVersion. */
    ObjectNode versions(ApiGroup core) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("kind", "APIVersions");
        ArrayNode versions = document.putArray("versions");
        core.versions().forEach(version -> versions.add(version.version()));
        document.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", serverAddress);
        return document;
    }

    ObjectNode groups(List<ApiGroup> groups) {
        ObjectNode document = typed("APIGroupList");
        ArrayNode list = document.putArray("groups");
        for (ApiGroup group : groups) {
            if (!group.name().isEmpty()) {
                fill(list.addObject(), group);
            }
        }
        return document;
    }

    ObjectNode group(ApiGroup group) {
        return fill(typed("APIGroup"), group);
    }

    /** As upstream's, that of the core group states no apiVersion. */
    ObjectNode resources(String group, ApiGroup.Version version) {
        ObjectNode document =
                group.isEmpty()
                        ? JsonNodeFactory.instance.objectNode().put("kind", "APIResourceList")
                        : typed("APIResourceList");
        document.put("groupVersion", groupVersion(group, version.version()));
        ArrayNode resources = document.putArray("resources");
        for (ResourceType type : version.resources()) {
            addResource(resources, type);
            for (Subresource subresource : type.subresources()) {
                addSubresource(resources, type, subresource);
            }
        }
        return document;
    }

    private static ObjectNode fill(ObjectNode node, ApiGroup group) {
        node.put("name", group.name());
        ArrayNode versions = node.putArray("versions");
        for (ApiGroup.Version version : group.versions()) {
            putVersion(versions.addObject(), group.name(), version.version());
        }
        ApiGroup.Version preferred = group.versions().getFirst();
        putVersion(node.putObject("preferredVersion"), group.name(), preferred.version());
        return node;
    }

    private static void putVersion(ObjectNode node, String group, String version) {
        node.put("groupVersion", groupVersion(group, version)).put("version", version);
    }

    private void addResource(ArrayNode resources, ResourceType type) {
        ObjectNode node = resources.addObject();
        node.put("name", type.resource().resource());
        node.put("singularName", type.names().singular());
        node.put("namespaced", type.namespaced());
        node.put("kind", type.kind().kind());
        Texts.put(node, "verbs", type.verbs());
        Texts.putUnlessEmpty(node, "shortNames", type.names().shortNames());
        Texts.putUnlessEmpty(node, "categories", type.names().categories());
        StorageVersionHash.of(catalog, type)
                .ifPresent(hash -> node.put("storageVersionHash", hash));
    }

    /** The kind's group and version stand only where they are not the resource's own. */
    private static void addSubresource(ArrayNode resources, ResourceType type, Subresource sub) {
        ObjectNode node = resources.addObject();
        node.put("name", type.resource().resource() + "/" + sub.name());
        node.put("singularName", "");
        node.put("namespaced", type.namespaced());
        GroupVersionKind kind = sub.kind();
        if (!kind.apiVersion().equals(type.resource().apiVersion())) {
            node.put("group", kind.group()).put("version", kind.version());
        }
        node.put("kind", kind.kind());
        Texts.put(node, "verbs", sub.verbs());
    }

    private static ObjectNode typed(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", "v1");
    }

    private static String groupVersion(String group, String version) {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
