package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where two answers differ, field by field. */
final class Differences {

    private static final int MOST = 20;
    private static final int LONGEST = 1000;

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> between(JsonNode expected, JsonNode actual) {
        Differences differences = new Differences();
        if (!expected.path("code").equals(actual.path("code"))) {
            // one refused what the other did: the rest says nothing
            differences.add("", brief(expected), brief(actual));
        } else {
            differences.compare("", expected, actual);
        }
        return differences.found;
    }

    private static JsonNode brief(JsonNode answer) {
        JsonNode body = answer.path("body");
        return TextNode.valueOf(
                answer.path("code").asText()
                        + " "
                        + (body.path("kind").asText().equals("Status")
                                ? body.path("message").asText()
                                : body.isTextual() ? body.asText() : body.path("kind").asText()));
    }

    private void add(String path, JsonNode expected, JsonNode actual) {
        found.add("    %s: expected %s but was %s".formatted(path, text(expected), text(actual)));
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.equals(actual) || found.size() >= MOST) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            for (JsonNode side : List.of(expected, actual)) {
                side.properties().stream().map(Map.Entry::getKey).forEach(names::add);
            }
            names.forEach(n -> compare(path + "/" + n, expected.path(n), actual.path(n)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "/" + i, expected.path(i), actual.path(i));
            }
        } else {
            add(path, expected, actual);
        }
    }

    private static String text(JsonNode node) {
        String text = node instanceof MissingNode ? "nothing" : node.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
