package io.alcove.apiserver.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.cel.CelProgram;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.schema.JsonSchema;
import io.alcove.cel.schema.SchemaValues;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OptionalValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one schema.
 *
 * @param type of the schema, by which failures are told
 */
record NodeRules(String type, JsonSchema schema, List<CompiledRule> rules) {

    private static final String OUT_OF_BUDGET =
            "validation failed due to running out of cost budget, no further validation rules will"
                    + " be run";
    private static final int MAX_MESSAGE = 5 * 1024;

    void check(JsonNode value, @Nullable JsonNode old, Ratchet ratchet, String path, RuleRun run) {
        if (rules.isEmpty()) {
            return;
        }
        if (run.budget().left() <= 0) {
            end(path, OUT_OF_BUDGET, run);
            return;
        }
        Object self = SchemaValues.of(value, schema);
        Object oldSelf = old == null ? null : SchemaValues.of(old, schema);
        for (CompiledRule rule : rules) {
            if (!rule.problem().isEmpty()) {
                run.fail(invalid(path, "rule compile error: " + rule.problem()));
            } else if (rule.program() != null
                    && (old != null || !rule.usesOldSelf() || rule.takesOptionalOldSelf())) {
                check(
                        rule,
                        rule.program(),
                        variables(rule, self, oldSelf),
                        value,
                        ratchet,
                        path,
                        run);
            }
            if (run.budget().isSpent()) {
                return;
            }
        }
    }

    private static Variables variables(CompiledRule rule, Object self, @Nullable Object oldSelf) {
        Map<String, Object> values = new HashMap<>();
        values.put("self", self);
        if (rule.takesOptionalOldSelf()) {
            values.put(
                    CompiledRule.OLD_SELF,
                    oldSelf == null ? OptionalValue.NONE : OptionalValue.of(oldSelf));
        } else if (oldSelf != null) {
            values.put(CompiledRule.OLD_SELF, oldSelf);
        }
        return Variables.of(values);
    }

    private void check(
            CompiledRule rule,
            CelProgram program,
            Variables variables,
            JsonNode value,
            Ratchet ratchet,
            String path,
            RuleRun run) {
        Outcome outcome = program.evaluate(variables);
        if (!run.budget().pay(outcome.cost())) {
            run.fail(invalid(path, OUT_OF_BUDGET));
            return;
        }
        Optional<CelError> error = outcome.error();
        if (error.isPresent()) {
            failed(error.get().message(), rule, path, run);
            return;
        }
        if (outcome.isTrue()) {
            return;
        }
        String field = place(path, rule.fieldPath());
        boolean tolerated = !rule.usesOldSelf() && ratchet.tolerates();
        message(rule, variables, field, tolerated, run)
                .ifPresent(detail -> run.fail(cause(rule, field, value, detail), tolerated));
    }

    private void failed(String why, CompiledRule rule, String path, RuleRun run) {
        if (why.startsWith("no such overload")) {
            run.fail(
                    invalid(
                            path,
                            "'"
                                    + why
                                    + "': call arguments did not match a supported operator,"
                                    + " function or macro signature for rule: "
                                    + rule.title()));
        } else if (why.startsWith("operation cancelled: actual cost limit exceeded")) {
            end(
                    path,
                    "'"
                            + why
                            + "': no further validation rules will be run due to call cost exceeds"
                            + " limit for rule: "
                            + rule.title(),
                    run);
        } else {
            run.fail(invalid(path, why + " evaluating rule: " + rule.title()));
        }
    }

    /** Empty where making the message ended the whole run. */
    private Optional<String> message(
            CompiledRule rule, Variables variables, String field, boolean tolerated, RuleRun run) {
        CelProgram program = rule.message();
        if (program == null) {
            return Optional.of(rule.defaultMessage());
        }
        Outcome outcome = program.evaluate(variables);
        if (!run.budget().pay(outcome.cost())) {
            run.fail(
                    invalid(
                            field,
                            "messageExpression evaluation failed due to running out of cost budget,"
                                    + " no further validation rules will be run"),
                    tolerated);
            return Optional.empty();
        }
        String why = outcome.error().map(CelError::message).orElse("");
        if (why.startsWith("operation cancelled: actual cost limit exceeded")) {
            run.budget().end();
            run.fail(
                    invalid(
                            field,
                            "no further validation rules will be run due to call cost exceeds limit"
                                    + " for messageExpression: "
                                    + GoText.quote(
                                            rule.source().path("messageExpression").asText(""))),
                    tolerated);
            return Optional.empty();
        }
        String text = outcome.value() instanceof String made ? made.strip() : "";
        boolean usable = !text.isEmpty() && text.length() <= MAX_MESSAGE && !text.contains("\n");
        return Optional.of(usable ? text : rule.defaultMessage());
    }

    private StatusCause cause(CompiledRule rule, String field, JsonNode value, String detail) {
        boolean untold = type.equals("object") || type.equals("array");
        return switch (rule.source().path("reason").asText("")) {
            case "FieldValueForbidden" -> StatusCause.forbidden(field, detail);
            case "FieldValueRequired" -> StatusCause.required(field, detail);
            case "FieldValueDuplicate" ->
                    untold
                            ? new StatusCause("FieldValueDuplicate", "Duplicate value", field)
                            : StatusCause.duplicate(field, value);
            default ->
                    untold
                            ? new StatusCause(
                                    "FieldValueInvalid", "Invalid value: " + detail, field)
                            : StatusCause.invalid(field, value, detail);
        };
    }

    private void end(String path, String why, RuleRun run) {
        run.fail(invalid(path, why));
        run.budget().end();
    }

    private StatusCause invalid(String path, String why) {
        return StatusCause.invalid(place(path, ""), type, why);
    }

    private static String place(String path, String below) {
        if (path.isEmpty()) {
            return below.isEmpty() ? "<nil>" : below;
        }
        return below.isEmpty() ? path : path + "." + below;
    }
}
