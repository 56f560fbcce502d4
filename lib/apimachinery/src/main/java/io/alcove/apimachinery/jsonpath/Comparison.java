package io.alcove.apimachinery.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.JsonValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a filter asks of an element; without an operator whether there is something. */
record Comparison(Operand left, String operator, @Nullable Operand right) {

    sealed interface Operand {

        /** A path from the element. */
        record Path(List<Step> steps) implements Operand {}

        record Literal(JsonNode value) implements Operand {}
    }

    boolean holds(JsonNode element) {
        List<JsonNode> lefts = values(left, element);
        if (right == null) {
            return !lefts.isEmpty();
        }
        List<JsonNode> rights = values(right, element);
        return lefts.size() == 1
                && rights.size() == 1
                && compare(lefts.getFirst(), rights.getFirst());
    }

    private static List<JsonNode> values(Operand operand, JsonNode element) {
        return switch (operand) {
            case Operand.Path(List<Step> steps) -> Step.walk(steps, List.of(element));
            case Operand.Literal(JsonNode value) -> List.of(value);
        };
    }

    private boolean compare(JsonNode a, JsonNode b) {
        return switch (operator) {
            case "==" -> JsonValues.equal(a, b);
            case "!=" -> !JsonValues.equal(a, b);
            case "<" -> order(a, b) < 0;
            case "<=" -> order(a, b) <= 0;
            case ">" -> order(a, b) > 0 && isOrdered(a, b);
            default -> order(a, b) >= 0 && isOrdered(a, b);
        };
    }

    private static boolean isOrdered(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) || (a.isTextual() && b.isTextual());
    }

    /** Values of different types are in no order. */
    private static int order(JsonNode a, JsonNode b) {
        if (!isOrdered(a, b)) {
            return 1;
        }
        return a.isNumber()
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : a.textValue().compareTo(b.textValue());
    }
}
