package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of a script. In the file a body may be JSON or, to be malformed, a text.
 *
 * @param by who sends it
 * @param saved names for parts of the answer, which later steps of the script may use as {{name}}
 */
record Step(
        String method,
        String path,
        Caller by,
        Map<String, String> headers,
        String body,
        Map<String, String> saved) {

    /** {{x*3}} stands for xxx, in paths and bodies. */
    private static final Pattern REPEATED = Pattern.compile("\\{\\{(.+?)\\*(\\d+)}}");

    static Step of(JsonNode node) {
        JsonNode body = node.path("body");
        String text =
                body.isMissingNode() ? "" : body.isTextual() ? body.asText() : body.toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", node.path("accept").asText("application/json"));
        String type = node.path("type").asText(body.isMissingNode() ? "" : "application/json");
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        headers.putAll(texts(node.path("headers")));
        return new Step(
                node.path("method").asText("GET"),
                repeated(node.path("path").asText()),
                Caller.valueOf(node.path("by").asText("ADMIN")),
                headers,
                repeated(text),
                texts(node.path("save")));
    }

    /** The step with what the script saved before, put into path and body. */
    Step with(Map<String, String> values) {
        return new Step(method, fill(path, values), by, headers, fill(body, values), saved);
    }

    private static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(
                        part ->
                                Matcher.quoteReplacement(
                                        part.group(1).repeat(Integer.parseInt(part.group(2)))));
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        if (text.contains("{{")) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
            }
        }
        return filled;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }
}
