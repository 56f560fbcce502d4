package io.alcove.apiserver.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.structural.FieldPaths;
import io.alcove.apimachinery.structural.StructuralSchema;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.CelProgram;
import io.alcove.cel.Compilation;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one schema, without those that are deeper in it. */
public final class RuleCompiler {

    public static final String FIELD = "x-kubernetes-validations";

    /** Nobody is to use it in an expression. */
    private static final String TYPE_NAME = "selfType";

    private final ObjectNode schema;
    private final DeclaredType type;
    private final CelEnvironment plain;
    private final CelEnvironment optional;

    private record Expression(@Nullable CelProgram program, String problem) {}

    private RuleCompiler(ObjectNode schema, DeclaredType type, CelEnvironment environment) {
        this.schema = schema;
        this.type = type.named(TYPE_NAME);
        CelEnvironment self = environment.withVariable("self", this.type);
        this.plain = self.withVariable(CompiledRule.OLD_SELF, this.type);
        this.optional =
                self.withVariable(CompiledRule.OLD_SELF, CelType.optional(this.type.celType()));
    }

    public static List<CompiledRule> compile(
            ObjectNode schema, DeclaredType type, CelEnvironment environment) {
        RuleCompiler compiler = new RuleCompiler(schema, type, environment);
        List<CompiledRule> rules = new ArrayList<>();
        schema.path(FIELD).forEach(rule -> rules.add(compiler.compile(rule)));
        return rules;
    }

    private CompiledRule compile(JsonNode rule) {
        CelEnvironment environment =
                rule.path("optionalOldSelf").asBoolean(false) ? optional : plain;
        String text = rule.path("rule").asText("");
        if (text.isBlank()) {
            return new CompiledRule(rule, null, "", null, "", 0, 0, "");
        }
        Expression expression =
                compile(environment, text, CelType.BOOL, "", "cel expression", "a bool");
        String messageText = rule.path("messageExpression").asText("");
        Expression message =
                messageText.isEmpty() || expression.program() == null
                        ? new Expression(null, "")
                        : compile(
                                environment,
                                messageText,
                                CelType.STRING,
                                "messageExpression ",
                                "messageExpression",
                                "a string");
        return new CompiledRule(
                rule,
                expression.program(),
                expression.problem(),
                message.program(),
                message.problem(),
                cost(expression),
                cost(message),
                fieldPath(rule.path("fieldPath").asText("")));
    }

    private static Expression compile(
            CelEnvironment environment,
            String text,
            CelType wanted,
            String before,
            String what,
            String article) {
        return switch (environment.compile(text)) {
            case Compilation.Failed failed ->
                    new Expression(
                            null,
                            before.isEmpty()
                                    ? failed.text()
                                    : before + failed.text().replaceFirst("^program ", ""));
            case Compilation.Compiled(CelProgram program) ->
                    program.resultType().equals(wanted)
                            ? new Expression(program, "")
                            : new Expression(null, what + " must evaluate to " + article);
        };
    }

    private long cost(Expression expression) {
        CelProgram program = expression.program();
        return program == null ? 0 : program.estimateCost(type.sizes()).max();
    }

    private String fieldPath(String path) {
        return path.isEmpty()
                ? ""
                : FieldPaths.resolve(path, StructuralSchema.of(schema), true).canonical();
    }
}
