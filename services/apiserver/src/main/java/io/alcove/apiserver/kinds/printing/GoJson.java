package io.alcove.apiserver.kinds.printing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/** JSON as Go indents it, by one space. */
final class GoJson {

    private GoJson() {}

    static String indented(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text, 0);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text, int depth) {
        if (value.isObject() && !value.isEmpty()) {
            object(value, text, depth + 1);
        } else if (value.isArray() && !value.isEmpty()) {
            array(value, text, depth + 1);
        } else if (value.isTextual()) {
            text.append(quoted(value.textValue()));
        } else {
            text.append(value);
        }
    }

    private static void object(JsonNode value, StringBuilder text, int depth) {
        text.append('{');
        String comma = "";
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            text.append(comma);
            line(text, depth).append(quoted(field.getKey())).append(": ");
            write(field.getValue(), text, depth);
            comma = ",";
        }
        line(text, depth - 1).append('}');
    }

    private static void array(JsonNode value, StringBuilder text, int depth) {
        text.append('[');
        for (Iterator<JsonNode> each = value.iterator(); each.hasNext(); ) {
            line(text, depth);
            write(each.next(), text, depth);
            text.append(each.hasNext() ? "," : "");
        }
        line(text, depth - 1).append(']');
    }

    private static StringBuilder line(StringBuilder text, int depth) {
        return text.append('\n').repeat(' ', depth);
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text)
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
