package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Go writes it: letters that mean something to HTML are escaped. */
final class GoJson {

    private GoJson() {}

    static String text(JsonNode node) {
        StringBuilder out = new StringBuilder();
        append(out, node);
        return out.toString();
    }

    /** As Go writes its maps: by the order of their keys. */
    static String sortedText(JsonNode node) {
        return text(sorted(node));
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                new TreeMap<>(members(object)).forEach((k, v) -> copy.set(k, sorted(v)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(item -> copy.add(sorted(item)));
                yield copy;
            }
            default -> node;
        };
    }

    private static Map<String, JsonNode> members(ObjectNode object) {
        Map<String, JsonNode> members = new HashMap<>();
        object.properties().forEach(e -> members.put(e.getKey(), e.getValue()));
        return members;
    }

    private static void append(StringBuilder out, JsonNode node) {
        switch (node.getNodeType()) {
            case STRING -> appendText(out, node.textValue());
            case OBJECT -> appendObject(out, node);
            case ARRAY -> appendArray(out, node);
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> out.append(node);
        }
    }

    private static void appendObject(StringBuilder out, JsonNode node) {
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            out.append(separator);
            appendText(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void appendArray(StringBuilder out, JsonNode node) {
        char separator = '[';
        for (JsonNode item : node) {
            out.append(separator);
            append(out, item);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void appendEscaped(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> out.append(String.format("\\u%04x", (int) c));
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
