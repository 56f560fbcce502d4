package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.FieldPaths;
import io.alcove.apimachinery.structural.StructuralSchema;
import java.util.List;

/** The rules in CEL as they stand in a schema, before anything is compiled. */
final class ValidationRuleShape {

    static final String FIELD = "x-kubernetes-validations";
    private static final List<String> REASONS =
            List.of(
                    "FieldValueDuplicate",
                    "FieldValueForbidden",
                    "FieldValueInvalid",
                    "FieldValueRequired");

    private ValidationRuleShape() {}

    static void check(ObjectNode schema, String path, List<StatusCause> causes) {
        JsonNode rules = schema.path(FIELD);
        for (int i = 0; i < rules.size(); i++) {
            check(schema, rules.get(i), SchemaPaths.at(path, FIELD, i), causes);
        }
    }

    private static void check(
            ObjectNode schema, JsonNode rule, String path, List<StatusCause> causes) {
        texts(rule, path, causes);
        String reason = rule.path("reason").asText("");
        if (rule.has("reason") && !REASONS.contains(reason)) {
            causes.add(StatusCause.notSupported(path + ".reason", reason, REASONS));
        }
        String fieldPath = rule.path("fieldPath").asText("");
        if (fieldPath.isEmpty()) {
            return;
        }
        String at = path + ".fieldPath";
        if (fieldPath.isBlank()) {
            causes.add(StatusCause.invalid(at, fieldPath, "must be non-empty if specified"));
        }
        if (hasLineBreaks(fieldPath)) {
            causes.add(StatusCause.invalid(at, fieldPath, "must not contain line breaks"));
        }
        if (SchemaWalk.isConvertible(schema)
                && !FieldPaths.isValid(fieldPath, StructuralSchema.of(schema))) {
            causes.add(StatusCause.invalid(at, fieldPath, "must be a valid path"));
        }
    }

    private static void texts(JsonNode rule, String path, List<StatusCause> causes) {
        String expression = rule.path("rule").asText("").strip();
        String given = rule.path("message").asText("");
        String message = given.strip();
        if (expression.isEmpty()) {
            causes.add(StatusCause.required(path + ".rule", "rule is not specified"));
        } else if (!given.isEmpty() && message.isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            path + ".message", given, "must be non-empty if specified"));
        } else if (hasLineBreaks(message)) {
            causes.add(
                    StatusCause.invalid(path + ".message", given, "must not contain line breaks"));
        } else if (hasLineBreaks(expression) && message.isEmpty()) {
            causes.add(
                    StatusCause.required(
                            path + ".message",
                            "message must be specified if rule contains line breaks"));
        }
        String messageExpression = rule.path("messageExpression").asText("");
        if (!messageExpression.isEmpty() && messageExpression.isBlank()) {
            causes.add(
                    StatusCause.required(
                            path + ".messageExpression",
                            "messageExpression must be non-empty if specified"));
        }
    }

    private static boolean hasLineBreaks(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
