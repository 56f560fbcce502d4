package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step into an object: a field, an element of a list by its keys, or a value of a set. Its text
 * is the form of FieldsV1 ({@code f:spec}, {@code k:{"name":"web"}}, {@code v:"x"}, {@code i:0}),
 * made canonical, so that equal steps have equal texts.
 */
final class PathElement implements Comparable<PathElement> {

    private enum Kind {
        FIELD,
        KEY,
        VALUE,
        INDEX
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<PathElement> ORDER =
            Comparator.comparing((PathElement e) -> e.kind)
                    .thenComparing(PathElement::compareSameKind);

    private final Kind kind;
    private final String text;
    private final JsonNode value;

    private PathElement(Kind kind, String text, JsonNode value) {
        this.kind = kind;
        this.text = text;
        this.value = value;
    }

    static PathElement field(String name) {
        return new PathElement(Kind.FIELD, "f:" + name, MissingNode.getInstance());
    }

    static PathElement value(JsonNode scalar) {
        return new PathElement(Kind.VALUE, "v:" + GoJson.text(scalar), scalar);
    }

    static PathElement key(Map<String, JsonNode> keys) {
        ObjectNode sorted = JSON.createObjectNode();
        sorted.setAll(new TreeMap<>(keys));
        return new PathElement(Kind.KEY, "k:" + GoJson.text(sorted), sorted);
    }

    /** Reads the text of a FieldsV1; null where it is none. */
    static @Nullable PathElement parse(String text) {
        if (text.length() < 2 || text.charAt(1) != ':') {
            return null;
        }
        String rest = text.substring(2);
        return switch (text.charAt(0)) {
            case 'f' -> new PathElement(Kind.FIELD, text, MissingNode.getInstance());
            case 'v' -> parseValue(rest);
            case 'k' -> parseKey(rest);
            case 'i' -> new PathElement(Kind.INDEX, text, MissingNode.getInstance());
            default -> null;
        };
    }

    /** The name of a field step, else null. */
    @Nullable String fieldName() {
        return kind == Kind.FIELD ? text.substring(2) : null;
    }

    String text() {
        return text;
    }

    /** As it stands in a conflict's path: {@code .spec}, {@code [name="web"]}, {@code [="x"]}. */
    @Override
    public String toString() {
        return switch (kind) {
            case FIELD -> "." + text.substring(2);
            case KEY -> "[" + String.join(",", keyLabels()) + "]";
            case VALUE -> "[=" + label(value) + "]";
            case INDEX -> "[" + text.substring(2) + "]";
        };
    }

    @Override
    public int compareTo(PathElement other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathElement element && text.equals(element.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private int compareSameKind(PathElement other) {
        if (text.equals(other.text)) {
            return 0;
        }
        int order =
                switch (kind) {
                    case FIELD -> 0;
                    case KEY -> compareKeys(other);
                    case VALUE -> compareScalars(value, other.value);
                    case INDEX -> Integer.compare(text.length(), other.text.length());
                };
        return order != 0 ? order : text.compareTo(other.text);
    }

    private int compareKeys(PathElement other) {
        List<Map.Entry<String, JsonNode>> mine = new ArrayList<>(value.properties());
        List<Map.Entry<String, JsonNode>> others = new ArrayList<>(other.value.properties());
        for (int i = 0; i < Math.min(mine.size(), others.size()); i++) {
            int order = mine.get(i).getKey().compareTo(others.get(i).getKey());
            if (order == 0) {
                order = compareScalars(mine.get(i).getValue(), others.get(i).getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.size(), others.size());
    }

    private static int compareScalars(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : 0;
    }

    private List<String> keyLabels() {
        return value.properties().stream()
                .map(e -> e.getKey() + "=" + label(e.getValue()))
                .toList();
    }

    private static String label(JsonNode scalar) {
        return GoJson.text(scalar);
    }

    private static @Nullable PathElement parseValue(String json) {
        try {
            return value(JSON.readTree(json));
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    private static @Nullable PathElement parseKey(String json) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode keys)) {
                return null;
            }
            Map<String, JsonNode> sorted = new TreeMap<>();
            keys.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            return key(sorted);
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
