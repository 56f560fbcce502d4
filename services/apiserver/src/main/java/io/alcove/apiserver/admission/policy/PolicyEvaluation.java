package io.alcove.apiserver.admission.policy;

import io.alcove.apiserver.admission.expression.AdmissionVariables;
import io.alcove.apiserver.admission.expression.Budget;
import io.alcove.apiserver.admission.expression.Expression;
import io.alcove.apiserver.admission.expression.MatchConditions;
import io.alcove.apiserver.admission.policy.ValidatingPolicy.Annotation;
import io.alcove.apiserver.admission.policy.ValidatingPolicy.Rule;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.NullValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a validating policy for one request and one parameter. */
final class PolicyEvaluation {

    private static final int MAX_MESSAGE = 5 * 1024;

    private final ValidatingPolicy policy;
    private final AdmissionVariables request;

    PolicyEvaluation(ValidatingPolicy policy, AdmissionVariables request) {
        this.policy = policy;
        this.request = request;
    }

    Verdict run() {
        MatchConditions.Result matched = policy.conditions().evaluate(scope().variables());
        return switch (matched) {
            case MatchConditions.Result.NotMet _ -> Verdict.none();
            case MatchConditions.Result.Failed failed ->
                    Verdict.failed(failed.message(), policy.failsClosed());
            case MatchConditions.Result.Met _ -> rules();
        };
    }

    /** Variables that are computed anew, and what pays for them. */
    private record Scope(AdmissionVariables variables, LazyVariables lazy) {

        Object evaluate(Expression expression, Budget budget) throws Budget.SpentException {
            Object value = budget.evaluate(expression, variables);
            budget.spend(lazy.takeCost());
            return value;
        }
    }

    private Scope scope() {
        LazyVariables lazy = new LazyVariables(policy.variables(), request);
        return new Scope(request.with(PolicyVariables.NAME, lazy), lazy);
    }

    private Verdict rules() {
        Budget budget = new Budget(Budget.POLICY);
        List<Object> results = new ArrayList<>();
        Scope scope = scope();
        try {
            for (Rule rule : policy.rules()) {
                results.add(scope.evaluate(rule.expression(), budget));
            }
        } catch (Budget.SpentException e) {
            return Verdict.failed(e.text(), policy.failsClosed());
        }
        Verdict verdict = Verdict.none();
        judge(results, budget, verdict);
        annotate(verdict);
        return verdict;
    }

    private void judge(List<Object> results, Budget budget, Verdict verdict) {
        Messages messages = messages(budget);
        for (int i = 0; i < results.size(); i++) {
            Rule rule = policy.rules().get(i);
            if (results.get(i) instanceof CelError error) {
                deny(verdict, i, error.message());
            } else if (!messages.spent().isEmpty()) {
                deny(verdict, i, "failed messageExpression: " + messages.spent());
            } else if (!results.get(i).equals(true)) {
                verdict.denials()
                        .add(new Verdict.Denial(i, message(rule, messages.of(i)), rule.reason()));
            }
        }
    }

    private void deny(Verdict verdict, int rule, String message) {
        if (policy.failsClosed()) {
            verdict.denials().add(new Verdict.Denial(rule, message, "Invalid"));
        }
    }

    /**
     * @param spent why none could be computed; empty where they could
     */
    private record Messages(List<Optional<String>> texts, String spent) {

        Optional<String> of(int rule) {
            return texts.get(rule);
        }
    }

    private Messages messages(Budget budget) {
        Scope scope = scope();
        List<Optional<String>> texts = new ArrayList<>();
        try {
            for (Rule rule : policy.rules()) {
                Optional<Expression> expression = rule.messageExpression();
                Object value =
                        expression.isEmpty()
                                ? NullValue.NULL
                                : scope.evaluate(expression.get(), budget);
                texts.add(
                        value instanceof String text
                                ? Optional.of(text.strip()).filter(PolicyEvaluation::isFit)
                                : Optional.empty());
            }
            return new Messages(texts, "");
        } catch (Budget.SpentException e) {
            return new Messages(texts, e.text());
        }
    }

    private static boolean isFit(String text) {
        return !text.isEmpty() && text.length() <= MAX_MESSAGE && text.indexOf('\n') < 0;
    }

    private static String message(Rule rule, Optional<String> computed) {
        return computed.orElseGet(
                () ->
                        rule.message().isEmpty()
                                ? "failed expression: " + rule.expression().text().strip()
                                : rule.message());
    }

    private void annotate(Verdict verdict) {
        Budget budget = new Budget(Budget.POLICY);
        Scope scope = scope();
        try {
            for (Annotation annotation : policy.annotations()) {
                Object value = scope.evaluate(annotation.value(), budget);
                if (value instanceof String text && !text.isBlank()) {
                    verdict.annotations().put(annotation.key(), text.strip());
                } else if (value instanceof CelError error && policy.failsClosed()) {
                    verdict.annotationErrors().add(error.message());
                }
            }
        } catch (Budget.SpentException e) {
            deny(verdict, 0, e.text());
        }
    }
}
