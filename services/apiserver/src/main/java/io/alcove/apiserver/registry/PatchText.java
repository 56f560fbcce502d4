package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.status.StatusException;

/** Reads patches that are objects, refusing others in upstream's words. */
final class PatchText {

    private PatchText() {}

    static ObjectNode mergePatch(byte[] bytes) {
        JsonNode node = parse(bytes, "error decoding patch: ");
        if (node.isNull()) {
            throw StatusException.badRequest("Invalid JSON Patch");
        }
        return object(node, "error decoding patch: ");
    }

    /** null patches nothing. */
    static ObjectNode strategicMergePatch(byte[] bytes) {
        JsonNode node = parse(bytes, "");
        return node.isNull() ? JsonNodeFactory.instance.objectNode() : object(node, "");
    }

    private static JsonNode parse(byte[] bytes, String prefix) {
        try {
            return ObjectDecoder.parse(bytes, BodyFormat.JSON);
        } catch (DecodeException e) {
            throw StatusException.badRequest(prefix + e.reason());
        }
    }

    private static ObjectNode object(JsonNode node, String prefix) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw StatusException.badRequest(
                prefix
                        + "json: cannot unmarshal "
                        + jsonName(node)
                        + " into Go value of type map[string]interface {}");
    }

    static String jsonName(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case NULL, MISSING, OBJECT, POJO, BINARY -> "null";
        };
    }
}
