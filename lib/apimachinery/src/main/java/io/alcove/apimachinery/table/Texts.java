package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What several kinds' cells have in common. */
final class Texts {

    static final String NONE = "<none>";
    static final String UNSET = "<unset>";
    private static final int SHOWN = 3;

    private Texts() {}

    static String orElse(String text, String absent) {
        return text.isEmpty() ? absent : text;
    }

    /** The field's text of each element, with commas between. */
    static String join(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.path(field).asText("")));
        return String.join(",", texts);
    }

    static String join(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return String.join(",", texts);
    }

    /** Labels in the order of their keys, "a=b,c=d". */
    static String labels(JsonNode labels) {
        TreeMap<String, String> sorted = new TreeMap<>();
        labels.properties().forEach(e -> sorted.put(e.getKey(), e.getValue().asText()));
        List<String> texts = new ArrayList<>();
        sorted.forEach((key, value) -> texts.add(key + "=" + value));
        return orElse(String.join(",", texts), NONE);
    }

    static String selector(JsonNode selector) {
        try {
            return orElse(LabelSelector.of(selector).toString(), NONE);
        } catch (InvalidSelectorException _) {
            return "<error>";
        }
    }

    /** The first three, and how many more there are. */
    static String firstOf(List<String> texts) {
        if (texts.size() <= SHOWN) {
            return orElse(String.join(",", texts), UNSET);
        }
        return firstOf(texts.subList(0, SHOWN), texts.size());
    }

    static String firstOf(List<String> shown, int count) {
        String text = String.join(",", shown);
        return count > SHOWN ? text + " + " + (count - SHOWN) + " more..." : text;
    }

    /** Whether the list of conditions has one of the type with status True. */
    static boolean isTrue(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
