package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** A request of a script. In the file a body may be JSON or, to be malformed, a text. */
record Step(String method, String path, String type, String body) {

    static Step of(JsonNode node) {
        JsonNode body = node.path("body");
        String text =
                body.isMissingNode() ? "" : body.isTextual() ? body.asText() : body.toString();
        int repeated = node.path("bodyRepeated").asInt(1);
        return new Step(
                node.path("method").asText("GET"),
                node.path("path").asText(),
                node.path("type").asText(body.isMissingNode() ? "" : "application/json"),
                text.repeat(repeated));
    }
}
