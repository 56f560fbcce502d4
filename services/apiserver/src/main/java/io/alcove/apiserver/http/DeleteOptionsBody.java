package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.RequestBody;
import java.io.IOException;

/** Reads the DeleteOptions that a client sends in a body. */
final class DeleteOptionsBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private DeleteOptionsBody() {}

    static JsonNode read(RequestBody body) {
        try {
            boolean yaml = body.mediaType().equals(RequestBody.YAML);
            JsonNode node = (yaml ? YAML : JSON).readTree(body.bytes());
            if (!node.isObject()) {
                throw StatusException.badRequest("the body of a delete is not a DeleteOptions");
            }
            return node;
        } catch (IOException _) {
            throw StatusException.badRequest("the body of a delete is not a DeleteOptions");
        }
    }
}
