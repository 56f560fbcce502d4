package io.alcove.apimachinery.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares JSON by what it means: a number is equal to itself whatever type holds it. */
public final class JsonValues {

    private JsonValues() {}

    // a shared subtree is equal to itself without a look
    @SuppressWarnings("ReferenceEquality")
    public static boolean equal(JsonNode a, JsonNode b) {
        if (a == b) {
            return true;
        }
        if (a.getNodeType() != b.getNodeType()) {
            return false;
        }
        return switch (a.getNodeType()) {
            case OBJECT -> a.size() == b.size() && membersEqual(a, b);
            case ARRAY -> a.size() == b.size() && elementsEqual(a, b);
            case NUMBER -> numbersEqual(a, b);
            case BINARY, BOOLEAN, MISSING, NULL, POJO, STRING -> a.equals(b);
        };
    }

    private static boolean numbersEqual(JsonNode a, JsonNode b) {
        if (isLong(a) && isLong(b)) {
            return a.longValue() == b.longValue();
        }
        return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }

    private static boolean isLong(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    private static boolean membersEqual(JsonNode a, JsonNode b) {
        for (Map.Entry<String, JsonNode> member : a.properties()) {
            JsonNode other = b.get(member.getKey());
            if (other == null || !equal(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean elementsEqual(JsonNode a, JsonNode b) {
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
