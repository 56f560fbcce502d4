package io.alcove.apimachinery.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry of metadata.ownerReferences: an owner in the same namespace, or a cluster-scoped one.
 */
public record OwnerReference(
        String apiVersion,
        String kind,
        String name,
        String uid,
        boolean controller,
        boolean blockOwnerDeletion) {

    public static OwnerReference of(JsonNode node) {
        return new OwnerReference(
                node.path("apiVersion").asText(""),
                node.path("kind").asText(""),
                node.path("name").asText(""),
                node.path("uid").asText(""),
                node.path("controller").asBoolean(),
                node.path("blockOwnerDeletion").asBoolean());
    }

    /**
     * The reference by which an owner controls what it makes: its deletion waits for theirs in the
     * foreground.
     */
    public static OwnerReference controllerOf(ApiObject owner) {
        return new OwnerReference(
                owner.apiVersion(), owner.kind(), owner.name(), owner.uid(), true, true);
    }

    public GroupVersionKind groupVersionKind() {
        return GroupVersionKind.of(apiVersion, kind);
    }

    public ObjectNode toNode() {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("apiVersion", apiVersion)
                        .put("kind", kind)
                        .put("name", name)
                        .put("uid", uid);
        if (controller) {
            node.put("controller", true);
        }
        if (blockOwnerDeletion) {
            node.put("blockOwnerDeletion", true);
        }
        return node;
    }
}
