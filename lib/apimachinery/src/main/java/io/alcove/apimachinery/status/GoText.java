package io.alcove.apimachinery.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as Go's fmt prints them inside upstream's messages. */
public final class GoText {

    private GoText() {}

    /** As {@code %q} prints a text: in double quotes, escaped by Go's rules. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> appendEscaped(quoted, c));
        return quoted.append('"').toString();
    }

    /** As {@code %#v} prints a []string. */
    public static String quoteList(List<String> texts) {
        return texts.stream()
                .map(GoText::quote)
                .collect(Collectors.joining(", ", "[]string{", "}"));
    }

    /** As {@code %v} prints decoded JSON: {@code map[a:1 b:[x y]]}. */
    public static String value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                    sorted(value).entrySet().stream()
                            .map(e -> e.getKey() + ":" + value(e.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
            case ARRAY ->
                    value.valueStream()
                            .map(GoText::value)
                            .collect(Collectors.joining(" ", "[", "]"));
            case NULL, MISSING -> "<nil>";
            case STRING, NUMBER, BOOLEAN, BINARY, POJO -> value.asText();
        };
    }

    /** As {@code %#v} prints decoded JSON. */
    public static String literal(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                    sorted(value).entrySet().stream()
                            .map(e -> quote(e.getKey()) + ":" + literal(e.getValue()))
                            .collect(Collectors.joining(", ", typeName(value) + "{", "}"));
            case ARRAY ->
                    value.valueStream()
                            .map(GoText::literal)
                            .collect(Collectors.joining(", ", typeName(value) + "{", "}"));
            case STRING -> quote(value.textValue());
            case NULL, MISSING, NUMBER, BOOLEAN, BINARY, POJO -> value(value);
        };
    }

    /** As {@code %T} names the type of decoded JSON. */
    public static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "map[string]interface {}";
            case ARRAY -> "[]interface {}";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int64" : "float64";
            case NULL, MISSING, POJO -> "<nil>";
        };
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static void appendEscaped(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> appendPlain(quoted, c);
        }
    }

    private static void appendPlain(StringBuilder quoted, int c) {
        if (isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c < 0x80) {
            quoted.append(String.format("\\x%02x", c));
        } else if (c < 0x10000) {
            quoted.append(String.format("\\u%04x", c));
        } else {
            quoted.append(String.format("\\U%08x", c));
        }
    }

    private static boolean isPrintable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
