package io.alcove.apiserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.client.flag.FlagException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The file of --admission-control-config-file: configurations by the names of plugins. */
final class AdmissionConfiguration {

    private static final ObjectMapper YAML = new YAMLMapper();

    private AdmissionConfiguration() {}

    /**
     * @throws FlagException where the file, or one that it names, cannot be read
     */
    static Map<String, JsonNode> read(Optional<Path> file) {
        Map<String, JsonNode> configurations = new HashMap<>();
        if (file.isEmpty()) {
            return configurations;
        }
        JsonNode root = parse(file.get());
        if (!root.path("kind").asText().equals("AdmissionConfiguration")) {
            throw new FlagException(
                    "failed to read plugin config: "
                            + file.get()
                            + " is no AdmissionConfiguration");
        }
        for (JsonNode plugin : root.path("plugins")) {
            configurations.put(
                    plugin.path("name").asText(),
                    plugin.path("configuration").isObject()
                            ? plugin.path("configuration")
                            : ofPath(file.get(), plugin.path("path").asText("")));
        }
        return configurations;
    }

    /** Relative to the file that names it. */
    private static JsonNode ofPath(Path file, String path) {
        return path.isEmpty()
                ? YAML.missingNode()
                : parse(file.toAbsolutePath().resolveSibling(path));
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new FlagException("failed to read plugin config: " + e.getMessage());
        }
    }
}
