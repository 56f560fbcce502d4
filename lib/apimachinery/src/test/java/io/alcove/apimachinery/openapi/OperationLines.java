package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An OpenAPI 3 document as one line an operation: what a client can tell from it. */
record OperationLines(JsonNode document) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    lines.add(line(path.getKey(), path.getValue(), method));
                }
            }
        }
        return lines;
    }

    private static String line(String path, JsonNode item, Map.Entry<String, JsonNode> method) {
        JsonNode operation = method.getValue();
        JsonNode kind = operation.path("x-kubernetes-group-version-kind");
        TreeSet<String> parameters = new TreeSet<>();
        item.path("parameters").forEach(p -> parameters.add(p.path("name").asText()));
        operation.path("parameters").forEach(p -> parameters.add(p.path("name").asText()));
        return String.join(
                " ",
                path,
                method.getKey(),
                operation.path("operationId").asText(),
                operation.path("x-kubernetes-action").asText(),
                kind.path("group").asText()
                        + "/"
                        + kind.path("version").asText()
                        + "/"
                        + kind.path("kind").asText(),
                String.join(",", parameters),
                body(operation.path("requestBody")),
                responses(operation.path("responses")),
                operation.path("tags").path(0).asText());
    }

    private static String body(JsonNode body) {
        if (body.isMissingNode()) {
            return "-";
        }
        return component(body) + (body.path("required").asBoolean() ? "!" : "");
    }

    private static String responses(JsonNode responses) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getValue().has("content")) {
                texts.add(response.getKey() + "=" + component(response.getValue()));
            }
        }
        return String.join(",", texts);
    }

    private static String component(JsonNode node) {
        JsonNode schema = node.path("content").iterator().next().path("schema");
        String reference = schema.path("$ref").asText(schema.path("type").asText());
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
