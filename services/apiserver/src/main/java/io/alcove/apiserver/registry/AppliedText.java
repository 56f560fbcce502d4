package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;

/** Reads the configuration of a server-side apply. */
final class AppliedText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AppliedText() {}

    static ObjectNode read(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw StatusException.badRequest("error decoding YAML: not an object");
        } catch (IOException e) {
            throw StatusException.badRequest("error decoding YAML: " + e.getMessage());
        }
    }
}
