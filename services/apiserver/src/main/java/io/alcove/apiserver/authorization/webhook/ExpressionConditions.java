package io.alcove.apiserver.authorization.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.expression.Expression;
import io.alcove.apiserver.expression.ExpressionException;
import io.alcove.apiserver.expression.Expressions;
import io.alcove.apiserver.webhook.WebhookException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions in CEL, all of which have to hold. */
public final class ExpressionConditions implements MatchConditions {

    private static final List<String> TEXTS = List.of("user", "uid");
    private static final List<String> ATTRIBUTES =
            List.of("namespace", "verb", "group", "version", "resource", "subresource", "name");

    private final List<Condition> conditions = new ArrayList<>();

    private record Condition(String text, Expression expression) {}

    /**
     * @throws ExpressionException where one is no condition
     */
    public ExpressionConditions(List<String> texts, Expressions expressions)
            throws ExpressionException {
        for (String text : texts) {
            conditions.add(new Condition(text, expressions.compile(text)));
        }
    }

    @Override
    public boolean match(JsonNode spec) throws WebhookException {
        JsonNode request = whole(spec);
        List<String> errors = new ArrayList<>();
        for (Condition condition : conditions) {
            try {
                if (!condition.expression().evaluate(Map.of("request", request)).asBoolean()) {
                    return false;
                }
            } catch (ExpressionException e) {
                errors.add(
                        "cel evaluation error: expression '%s' resulted in error: %s"
                                .formatted(condition.text(), e.getMessage()));
            }
        }
        if (!errors.isEmpty()) {
            throw new WebhookException(
                    errors.size() == 1 ? errors.getFirst() : "[" + String.join(", ", errors) + "]");
        }
        return true;
    }

    /** Expressions find empty texts where the review leaves them out. */
    private static JsonNode whole(JsonNode spec) {
        ObjectNode whole = spec.deepCopy();
        complete(whole, TEXTS);
        if (!whole.has("groups")) {
            whole.putArray("groups");
        }
        if (!whole.has("extra")) {
            whole.putObject("extra");
        }
        if (whole.get("resourceAttributes") instanceof ObjectNode attributes) {
            complete(attributes, ATTRIBUTES);
        }
        if (whole.get("nonResourceAttributes") instanceof ObjectNode path) {
            complete(path, List.of("path", "verb"));
        }
        return whole;
    }

    private static void complete(ObjectNode node, List<String> fields) {
        for (String field : fields) {
            if (!node.has(field)) {
                node.put(field, "");
            }
        }
    }
}
