package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.status.StatusException;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON patch, refusing what is none with upstream's texts. */
final class JsonPatchReader {

    private JsonPatchReader() {}

    static List<JsonPatchOperation> read(byte[] patch) {
        JsonNode root = parse(patch);
        if (root.isNull()) {
            return List.of();
        }
        if (!root.isArray()) {
            throw wrongType(root, "value of type []handlers.jsonPatchOp");
        }
        List<JsonPatchOperation> operations = new ArrayList<>(root.size());
        for (JsonNode operation : root) {
            operations.add(operation(operation));
        }
        return operations;
    }

    private static JsonPatchOperation operation(JsonNode node) {
        if (node.isNull()) {
            return new JsonPatchOperation(JsonNodeFactory.instance.objectNode());
        }
        if (!(node instanceof ObjectNode operation)) {
            throw wrongType(node, "value of type handlers.jsonPatchOp");
        }
        for (String field : List.of("op", "path", "from")) {
            JsonNode value = operation.path(field);
            if (operation.hasNonNull(field) && !value.isTextual()) {
                throw wrongType(value, "struct field jsonPatchOp." + field + " of type string");
            }
        }
        return new JsonPatchOperation(operation);
    }

    private static JsonNode parse(byte[] patch) {
        try {
            return ObjectDecoder.parse(patch, BodyFormat.JSON);
        } catch (DecodeException e) {
            throw StatusException.badRequest("error decoding patch: " + e.reason());
        }
    }

    private static StatusException wrongType(JsonNode value, String target) {
        return StatusException.badRequest(
                "error decoding patch: json: cannot unmarshal "
                        + typeName(value)
                        + " into Go "
                        + target);
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case BINARY, MISSING, NULL, POJO -> "null";
        };
    }
}
