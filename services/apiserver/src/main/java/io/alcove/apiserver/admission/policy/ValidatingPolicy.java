package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.expression.AdmissionEnvironment;
import io.alcove.apiserver.admission.expression.Expression;
import io.alcove.apiserver.admission.expression.MatchConditions;
import io.alcove.apiserver.admission.matching.MatchResources;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.KubernetesEnvironments;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ValidatingAdmissionPolicy with its expressions compiled. */
record ValidatingPolicy(
        String name,
        Optional<ParamKind> paramKind,
        MatchResources match,
        boolean failsClosed,
        PolicyVariables variables,
        MatchConditions conditions,
        List<Rule> rules,
        List<Annotation> annotations) {

    /**
     * @param message empty where the expression itself is shown
     * @param messageExpression empty where there is none
     */
    record Rule(
            Expression expression,
            String message,
            Optional<Expression> messageExpression,
            String reason) {}

    record Annotation(String key, Expression value) {}

    static ValidatingPolicy read(ApiObject policy) {
        JsonNode spec = policy.at("spec");
        Optional<ParamKind> paramKind = ParamKind.read(spec);
        CelEnvironment base = KubernetesEnvironments.forStored();
        CelEnvironment plain = AdmissionEnvironment.of(base, paramKind.isPresent(), true);
        PolicyVariables variables = PolicyVariables.read(spec.path("variables"), plain);
        CelEnvironment environment = variables.declaredIn(plain);
        CelEnvironment messages =
                variables.declaredIn(AdmissionEnvironment.of(base, paramKind.isPresent(), false));
        return new ValidatingPolicy(
                policy.name(),
                paramKind,
                MatchResources.of(spec.path("matchConstraints")),
                !spec.path("failurePolicy").asText().equals("Ignore"),
                variables,
                MatchConditions.read(spec.path("matchConditions"), environment),
                rules(spec, environment, messages),
                annotations(spec, environment));
    }

    private static List<Rule> rules(
            JsonNode spec, CelEnvironment environment, CelEnvironment messages) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : spec.path("validations")) {
            String message = rule.path("messageExpression").asText("");
            rules.add(
                    new Rule(
                            Expression.compile(
                                    rule.path("expression").asText(),
                                    environment,
                                    List.of(CelType.BOOL)),
                            rule.path("message").asText("").strip(),
                            message.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            Expression.compile(
                                                    message, messages, List.of(CelType.STRING))),
                            rule.path("reason").asText("Invalid")));
        }
        return rules;
    }

    private static List<Annotation> annotations(JsonNode spec, CelEnvironment environment) {
        List<Annotation> annotations = new ArrayList<>();
        for (JsonNode annotation : spec.path("auditAnnotations")) {
            annotations.add(
                    new Annotation(
                            annotation.path("key").asText(),
                            Expression.compile(
                                    annotation.path("valueExpression").asText(),
                                    environment,
                                    List.of(CelType.STRING, CelType.NULL))));
        }
        return annotations;
    }
}
