package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.ConditionRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.cel.schema.FieldNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Admission policies of both kinds; their expressions are not compiled here. */
public final class PolicyValidation implements Validation {

    private static final List<String> REASONS =
            List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
    private static final List<String> MUTATING = List.of("*", "CONNECT", "CREATE", "UPDATE");
    private static final List<String> PATCHES = List.of("ApplyConfiguration", "JSONPatch");
    private static final String NONE =
            "validations or auditAnnotations must contain at least one item";
    private static final String NO_EXPRESSION = "expression is not specified";
    private static final int MOST_ANNOTATIONS = 20;

    private final boolean mutating;

    public PolicyValidation(boolean mutating) {
        this.mutating = mutating;
    }

    @Override
    public void check(Inspection policy) {
        Inspection spec = policy.field("spec");
        Inspection failure = spec.field("failurePolicy");
        failure.requiredOneOf(WebhookValidation.FAILURE_POLICIES);
        PolicyMatchRules.paramKind(spec.field("paramKind"));
        constraints(spec.field("matchConstraints"));
        MatchConditions.check(spec.field("matchConditions"));
        spec.field("variables").each(PolicyValidation::variable);
        if (mutating) {
            mutations(spec);
        } else {
            validations(policy.node().path("metadata").path("name").asText(""), spec);
        }
    }

    @Override
    public void checkStatus(Inspection policy, ApiObject old) {
        Inspection status = policy.field("status");
        status.at("typeChecking", "expressionWarnings")
                .each(
                        warning -> {
                            warning.field("warning").required();
                            if (warning.field("fieldRef").text().isBlank()) {
                                warning.field("fieldRef").missing();
                            }
                        });
        ConditionRules.check(status.field("conditions"));
    }

    private void constraints(Inspection constraints) {
        if (!constraints.isPresent()) {
            constraints.missing();
            return;
        }
        PolicyMatchRules.resources(constraints);
        Inspection rules = constraints.field("resourceRules");
        if (rules.size() == 0) {
            rules.missing();
        }
        if (mutating) {
            rules.each(
                    rule ->
                            rule.field("operations")
                                    .each(
                                            operation ->
                                                    rules.field("operations", operation.node())
                                                            .supports(MUTATING)));
        }
    }

    private static void variable(Inspection variable) {
        Inspection name = variable.field("name");
        if (name.text().isBlank()) {
            name.missing("name is not specified");
        } else if (!isIdentifier(name.text())) {
            name.invalid("must be a valid CEL identifier");
        }
        MatchConditions.expression(variable.field("expression"), NO_EXPRESSION);
    }

    private static boolean isIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !FieldNames.isReserved(text);
    }

    private static void mutations(Inspection spec) {
        Inspection mutations = spec.field("mutations");
        if (mutations.size() == 0) {
            mutations.missing("mutations must contain at least one item");
        }
        mutations.each(PolicyValidation::mutation);
        spec.field("reinvocationPolicy").requiredOneOf(WebhookValidation.REINVOCATIONS);
    }

    private static void mutation(Inspection mutation) {
        Inspection type = mutation.field("patchType");
        Inspection patch = mutation.field("jsonPatch");
        Inspection apply = mutation.field("applyConfiguration");
        switch (type.text()) {
            case "" -> type.missing();
            case "JSONPatch" -> patch(patch, apply, "JSONPatch", "{applyConfiguration}");
            case "ApplyConfiguration" -> patch(apply, patch, "ApplyConfiguration", "{jsonPatch}");
            default -> type.notSupported(PATCHES);
        }
    }

    private static void patch(Inspection used, Inspection unused, String type, String shown) {
        if (used.isPresent()) {
            MatchConditions.expression(used.field("expression"), "");
        } else {
            used.missing("must be specified when patchType is " + type);
        }
        if (unused.isPresent()) {
            unused.invalid(shown, "must not be specified when patchType is " + type);
        }
    }

    private static void validations(String policy, Inspection spec) {
        Inspection validations = spec.field("validations");
        Inspection annotations = spec.field("auditAnnotations");
        if (validations.size() == 0 && annotations.size() == 0) {
            validations.missing(NONE);
            annotations.missing(NONE);
            return;
        }
        validations.each(PolicyValidation::validation);
        if (annotations.size() > MOST_ANNOTATIONS) {
            annotations.invalid("must not have more than 20 auditAnnotations");
        }
        Set<String> keys = new HashSet<>();
        annotations.each(
                annotation -> {
                    Inspection key = annotation.field("key");
                    if (policy.isEmpty()) {
                        key.invalid("requires metadata.name be non-empty");
                    } else {
                        String name = policy + "/" + key.text();
                        LabelNames.key(name).forEach(problem -> key.invalid(name, problem));
                    }
                    MatchConditions.expression(
                            annotation.field("valueExpression"),
                            "valueExpression is not specified");
                    if (!keys.add(key.text())) {
                        key.duplicate();
                    }
                });
    }

    private static void validation(Inspection validation) {
        MatchConditions.expression(validation.field("expression"), NO_EXPRESSION);
        for (String field : List.of("messageExpression", "message")) {
            Inspection text = validation.field(field);
            if (!text.text().isEmpty() && text.text().isBlank()) {
                text.invalid("must be non-empty if specified");
            }
        }
        Inspection message = validation.field("message");
        String trimmed = message.text().strip();
        if (trimmed.indexOf('\n') >= 0 || trimmed.indexOf('\r') >= 0) {
            message.invalid("must not contain line breaks");
        }
        validation.field("reason").oneOf(REASONS);
    }
}
