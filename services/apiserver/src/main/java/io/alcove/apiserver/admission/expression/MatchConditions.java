package io.alcove.apiserver.admission.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import java.util.ArrayList;
import java.util.List;

/** Conditions that a request must meet before a webhook or policy is asked. */
public record MatchConditions(List<Expression> conditions) {

    /** What they say of a request. */
    public sealed interface Result {

        record Met() implements Result {}

        record NotMet() implements Result {}

        /** They could not be evaluated, and none of them is false. */
        record Failed(String message) implements Result {}
    }

    public static MatchConditions read(JsonNode conditions, CelEnvironment environment) {
        List<Expression> all = new ArrayList<>();
        for (JsonNode condition : conditions) {
            all.add(
                    Expression.compile(
                            condition.path("expression").asText(),
                            environment,
                            List.of(CelType.BOOL)));
        }
        return new MatchConditions(all);
    }

    /** One that is false decides, whatever fails beside it. */
    public Result evaluate(Variables variables) {
        Budget budget = new Budget(Budget.MATCH_CONDITIONS);
        List<String> problems = new ArrayList<>();
        try {
            boolean refused = false;
            for (Expression condition : conditions) {
                Object value = budget.evaluate(condition, variables);
                refused |= value.equals(false);
                if (value instanceof CelError error) {
                    problems.add(error.message());
                }
            }
            if (refused) {
                return new Result.NotMet();
            }
        } catch (Budget.SpentException e) {
            return new Result.Failed(e.text());
        }
        return problems.isEmpty() ? new Result.Met() : new Result.Failed(aggregate(problems));
    }

    private static String aggregate(List<String> problems) {
        List<String> distinct = problems.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
    }
}
