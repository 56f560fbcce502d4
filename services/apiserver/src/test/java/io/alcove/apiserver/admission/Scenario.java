package io.alcove.apiserver.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Requests that were sent one after the other to a real kube-apiserver, without its controllers,
 * and what it answered (src/test/goldens/record_admission.py).
 */
record Scenario(
        String file,
        List<String> enabled,
        List<String> disabled,
        Map<String, JsonNode> configuration,
        List<Step> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param code the HTTP code that kube-apiserver answered with
     * @param unwarned the warnings are not admission's, and not compared
     * @param answer without what differs from run to run; missing where only the code counts
     */
    record Step(
            String name,
            String method,
            String path,
            String contentType,
            String user,
            List<String> groups,
            JsonNode body,
            int code,
            JsonNode answer,
            boolean unwarned,
            List<String> warnings) {

        private static Step of(JsonNode node) {
            return new Step(
                    node.path("name").asText(node.path("path").asText()),
                    node.path("method").asText("POST"),
                    node.path("path").asText(),
                    node.path("contentType").asText("application/json"),
                    node.path("user").asText(""),
                    texts(node.path("groups")),
                    node.path("body"),
                    node.path("code").asInt(),
                    node.path("answer"),
                    node.path("unwarned").asBoolean() || !node.has("answer"),
                    texts(node.path("warnings")));
        }
    }

    static Scenario read(String file) {
        try (InputStream in = Scenario.class.getResourceAsStream(file + ".json")) {
            JsonNode node = JSON.readTree(Objects.requireNonNull(in, file));
            Map<String, JsonNode> configuration = new java.util.HashMap<>();
            node.path("configuration")
                    .properties()
                    .forEach(e -> configuration.put(e.getKey(), e.getValue()));
            return new Scenario(
                    file,
                    texts(node.path("enable")),
                    texts(node.path("disable")),
                    configuration,
                    node.path("steps").valueStream().map(Step::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
