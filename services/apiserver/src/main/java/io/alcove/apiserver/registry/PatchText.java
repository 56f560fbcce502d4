package io.alcove.apiserver.registry;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;

/** Reads patches that are objects, refusing others in upstream's words. */
final class PatchText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PatchText() {}

    static ObjectNode mergePatch(byte[] bytes) {
        return read(bytes, "error decoding patch: ");
    }

    static ObjectNode strategicMergePatch(byte[] bytes) {
        return read(bytes, "");
    }

    private static ObjectNode read(byte[] bytes, String prefix) {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw StatusException.badRequest(
                    prefix
                            + (node.isMissingNode()
                                    ? "unexpected end of JSON input"
                                    : "json: cannot unmarshal "
                                            + jsonName(node)
                                            + " into Go value of type map[string]interface {}"));
        } catch (JsonEOFException _) {
            throw StatusException.badRequest(prefix + "unexpected end of JSON input");
        } catch (IOException e) {
            throw StatusException.badRequest(prefix + e.getMessage());
        }
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
