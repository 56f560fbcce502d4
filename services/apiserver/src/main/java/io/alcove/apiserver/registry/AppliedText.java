package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.status.StatusException;

/** Reads the configuration of a server-side apply, which is YAML or JSON. */
final class AppliedText {

    private AppliedText() {}

    static ObjectNode read(byte[] bytes) {
        try {
            JsonNode tree = ObjectDecoder.parse(bytes, BodyFormat.YAML);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            if (tree.isNull()) {
                throw StatusException.badRequest("invalid object type: /, Kind=");
            }
            throw StatusException.badRequest(
                    "error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                            + PatchText.jsonName(tree)
                            + " into Go value of type map[string]interface {}");
        } catch (DecodeException e) {
            String reason = e.reason();
            throw StatusException.badRequest(
                    "error decoding YAML: "
                            + (reason.startsWith("yaml:") ? "error converting YAML to JSON: " : "")
                            + reason);
        }
    }
}
