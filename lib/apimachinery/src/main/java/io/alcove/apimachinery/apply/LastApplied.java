package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The annotation in which kubectl's client-side apply keeps what it applied last. */
final class LastApplied {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MAX_ANNOTATIONS_BYTES = 256 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LastApplied() {}

    /** What client-side apply wrote and nobody changed since; empty where nothing is known. */
    static FieldSet unchangedSince(ObjectNode live, Shape shape, String apiVersion) {
        String text = annotations(live).path(ANNOTATION).asText("");
        if (!(parse(text) instanceof ObjectNode last)
                || !last.path("apiVersion").asText("").equals(apiVersion)
                || !Validator.problems(shape, last).isEmpty()) {
            return FieldSet.EMPTY;
        }
        Comparison comparison = Comparison.of(shape, last, live);
        return FieldSets.of(shape, last)
                .difference(comparison.modified())
                .difference(comparison.added())
                .difference(comparison.removed());
    }

    /** Keeps the annotation of an object that has it in step with server-side apply. */
    static ObjectNode renew(ObjectNode object, ObjectNode applied) {
        if (annotations(object).path(ANNOTATION).asText("").isEmpty()) {
            return object;
        }
        ObjectNode renewed = object.deepCopy();
        ObjectNode annotations = (ObjectNode) annotations(renewed);
        annotations.put(ANNOTATION, text(applied));
        if (bytes(annotations) > MAX_ANNOTATIONS_BYTES) {
            annotations.remove(ANNOTATION);
        }
        return renewed;
    }

    private static String text(ObjectNode applied) {
        ObjectNode rest = applied.deepCopy();
        if (annotations(rest) instanceof ObjectNode annotations) {
            annotations.remove(ANNOTATION);
        }
        return GoJson.sortedText(rest) + "\n";
    }

    private static JsonNode annotations(ObjectNode object) {
        return object.path("metadata").path("annotations");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private static int bytes(ObjectNode annotations) {
        int bytes = 0;
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            bytes += utf8(annotation.getKey()) + utf8(annotation.getValue().asText());
        }
        return bytes;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
