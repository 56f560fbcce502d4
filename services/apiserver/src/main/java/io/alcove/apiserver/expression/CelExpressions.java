package io.alcove.apiserver.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.CelProgram;
import io.alcove.cel.Compilation;
import io.alcove.cel.KubernetesEnvironments;
import io.alcove.cel.interpreter.Limits;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.NullValue;
import java.util.Map;
import java.util.Set;

/** Expressions of CEL over one variable. */
public final class CelExpressions implements Expressions {

    private final CelEnvironment environment;
    private final Set<Kind> results;
    private final String wanted;

    private CelExpressions(CelEnvironment environment, Set<Kind> results, String wanted) {
        this.environment = environment;
        this.results = results;
        this.wanted = wanted;
    }

    /** Over a map whose values may be anything. */
    public static CelExpressions ofMap(String variable) {
        return new CelExpressions(
                KubernetesEnvironments.forStored()
                        .withVariable(variable, CelType.map(CelType.STRING, CelType.DYN)),
                Set.of(),
                "");
    }

    /** Over an object of a known type. */
    public static CelExpressions of(String variable, DeclaredType type) {
        return new CelExpressions(
                KubernetesEnvironments.forStored().withVariable(variable, type), Set.of(), "");
    }

    /** The same, which have to be true or false. */
    public CelExpressions conditions() {
        return new CelExpressions(environment, Set.of(Kind.BOOL), "bool");
    }

    @Override
    public Expression compile(String text) throws ExpressionException {
        return switch (environment.compile(text)) {
            case Compilation.Failed failed -> throw new ExpressionException(failed.text());
            case Compilation.Compiled(CelProgram program) -> expression(program);
        };
    }

    private Expression expression(CelProgram program) throws ExpressionException {
        Kind kind = program.resultType().kind();
        if (!results.isEmpty() && !results.contains(kind) && kind != Kind.DYN) {
            throw new ExpressionException("must evaluate to " + wanted);
        }
        return variables -> evaluate(program, variables);
    }

    private static JsonNode evaluate(CelProgram program, Map<String, JsonNode> variables)
            throws ExpressionException {
        Outcome outcome = program.evaluate(Variables.of(variables), Limits.DEFAULT);
        if (outcome.error().isPresent()) {
            throw new ExpressionException(outcome.error().get().message());
        }
        return json(outcome.value());
    }

    /** What these expressions may give; anything else is missing. */
    private static JsonNode json(Object value) {
        return switch (value) {
            case String text -> TextNode.valueOf(text);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case NullValue _ -> JsonNodeFactory.instance.nullNode();
            case ListValue list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Object item : list.toList()) {
                    array.add(json(item));
                }
                yield array;
            }
            default -> JsonNodeFactory.instance.pojoNode(value.getClass().getSimpleName());
        };
    }
}
