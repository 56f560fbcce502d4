package io.alcove.apiserver.kinds.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** One default of a type. Fields that hold nothing (absent, null, "") count as not given. */
@FunctionalInterface
interface Default {

    void apply(ObjectNode node);

    static Default set(String field, String value) {
        return set(field, JsonNodeFactory.instance.textNode(value));
    }

    static Default set(String field, int value) {
        return set(field, JsonNodeFactory.instance.numberNode(value));
    }

    /** For texts that are pointers in Go, where an empty text is one. */
    static Default setAbsent(String field, String value) {
        return node -> {
            if (!node.path(field).isTextual()) {
                node.put(field, value);
            }
        };
    }

    /** For numbers that are no pointers in Go, where nothing and zero are one. */
    static Default insteadOfZero(String field, int value) {
        return node -> {
            if (node.path(field).asLong() == 0) {
                node.put(field, value);
            }
        };
    }

    static Default set(String field, boolean value) {
        return set(field, JsonNodeFactory.instance.booleanNode(value));
    }

    static Default set(String field, JsonNode value) {
        return node -> {
            if (isUnset(node, field)) {
                node.set(field, value.deepCopy());
            }
        };
    }

    static Default emptyObject(String field) {
        return set(field, JsonNodeFactory.instance.objectNode());
    }

    static Default texts(String field, String... values) {
        return node -> {
            if (node.path(field).isEmpty()) {
                var list = node.putArray(field);
                List.of(values).forEach(list::add);
            }
        };
    }

    /** Applies to the object in a field, which is created where it is missing. */
    static Default inside(String field, Default... defaults) {
        return node -> applyAll(node.withObject("/" + field), defaults);
    }

    /** Applies to the object in a field, where there is one. */
    static Default insideIfGiven(String field, Default... defaults) {
        return node -> {
            if (node.get(field) instanceof ObjectNode child) {
                applyAll(child, defaults);
            }
        };
    }

    static Default when(Predicate<ObjectNode> condition, Default... defaults) {
        return node -> {
            if (condition.test(node)) {
                applyAll(node, defaults);
            }
        };
    }

    static Predicate<ObjectNode> is(String field, String value) {
        return node -> node.path(field).asText().equals(value);
    }

    static Predicate<ObjectNode> isGiven(String field) {
        return node -> !isUnset(node, field);
    }

    static boolean isUnset(ObjectNode node, String field) {
        JsonNode value = node.path(field);
        boolean emptyText = value.isTextual() && value.asText().isEmpty();
        return value.isMissingNode() || value.isNull() || emptyText;
    }

    private static void applyAll(ObjectNode node, Default... defaults) {
        for (Default one : defaults) {
            one.apply(node);
        }
    }
}
