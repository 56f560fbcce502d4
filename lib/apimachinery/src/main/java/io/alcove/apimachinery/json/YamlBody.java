package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A YAML document as JSON.
 *
 * @param duplicates what go-yaml says of keys that stand twice in a map
 */
record YamlBody(JsonNode tree, List<String> duplicates) {

    /**
     * @throws DecodeException with go-yaml's message where it is malformed
     */
    static YamlBody read(byte[] yaml) {
        return new YamlReader().read(yaml);
    }
}
