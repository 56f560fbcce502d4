package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests on one object, with a real kube-apiserver's answers. The file holds the scenario as an
 * object with name, resource ("apps/v1/deployments") and steps.
 */
record Scenario(Path file, ObjectNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the scenarios stand in the sources, so that recording rewrites them. */
    static final Path FOLDER = Path.of("src/test/resources/io/alcove/apimachinery/apply");

    static List<Scenario> all() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                scenarios.add(new Scenario(file, (ObjectNode) JSON.readTree(file.toFile())));
            }
        }
        return scenarios;
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    GroupVersionResource resource() {
        String[] parts = node.path("resource").asText().split("/", -1);
        return parts.length == 2
                ? new GroupVersionResource("", parts[0], parts[1])
                : new GroupVersionResource(parts[0], parts[1], parts[2]);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        node.path("steps").forEach(step -> steps.add(new Step((ObjectNode) step)));
        return steps;
    }

    void save() throws IOException {
        Files.writeString(file, ScenarioFormat.text(node));
    }

    /** One request; what is recorded stands in code, time and answer. */
    record Step(ObjectNode node) {

        /** "create", "put", "json", "merge", "strategic" or "apply". */
        String verb() {
            return node.path("do").asText();
        }

        String manager() {
            return node.path("manager").asText("test");
        }

        String subresource() {
            return node.path("subresource").asText("");
        }

        /** Where it differs from the scenario's: "autoscaling/v1". */
        String apiVersion() {
            return node.path("apiVersion").asText("");
        }

        boolean force() {
            return node.path("force").asBoolean();
        }

        JsonNode body() {
            return node.path("body");
        }

        int code() {
            return node.path("code").asInt();
        }

        ObjectNode answer() {
            return (ObjectNode) node.path("answer");
        }

        /** When the request was made. */
        String time() {
            return node.path("time").asText();
        }
    }
}
