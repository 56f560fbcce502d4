package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.GroupVersionKind;

/** The components of custom resources, made from their definitions' schemas. */
final class CustomComponents {

    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    private CustomComponents() {}

    static ObjectNode object(ResourceType type) {
        ObjectNode document = type.schema().document().deepCopy();
        document.put("type", "object");
        ObjectNode properties = document.withObject("/properties");
        putHeader(properties, "ObjectMeta");
        putKind(document, type.kind());
        return document;
    }

    static ObjectNode list(ResourceType type, String element) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = document.putObject("properties");
        putHeader(properties, "ListMeta");
        ObjectNode items = properties.putObject("items").put("type", "array");
        items.putObject("items").put("$ref", Components.PREFIX + element);
        document.putArray("required").add("items");
        document.put("type", "object");
        putKind(document, type.listKind());
        return document;
    }

    private static void putHeader(ObjectNode properties, String metadata) {
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties
                .putObject("metadata")
                .putArray("allOf")
                .addObject()
                .put("$ref", Components.PREFIX + META + metadata);
    }

    private static void putKind(ObjectNode document, GroupVersionKind kind) {
        document.putArray("x-kubernetes-group-version-kind")
                .addObject()
                .put("group", kind.group())
                .put("kind", kind.kind())
                .put("version", kind.version());
    }
}
