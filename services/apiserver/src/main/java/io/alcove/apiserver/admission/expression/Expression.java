package io.alcove.apiserver.admission.expression;

import io.alcove.cel.CelEnvironment;
import io.alcove.cel.CelProgram;
import io.alcove.cel.Compilation;
import io.alcove.cel.type.CelType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a webhook or policy.
 *
 * @param program null where it does not compile
 * @param problem why it does not compile, in upstream's words; empty where it does
 */
public record Expression(String text, @Nullable CelProgram program, String problem) {

    /**
     * @param expected what it may give; empty for anything
     */
    public static Expression compile(
            String text, CelEnvironment environment, List<CelType> expected) {
        return switch (environment.compile(text)) {
            case Compilation.Failed failed -> new Expression(text, null, failed.text());
            case Compilation.Compiled(CelProgram program) -> {
                String problem = unexpected(program.resultType(), expected);
                yield problem.isEmpty()
                        ? new Expression(text, program, "")
                        : new Expression(text, null, problem);
            }
        };
    }

    private static String unexpected(CelType type, List<CelType> expected) {
        if (expected.isEmpty() || expected.contains(type)) {
            return "";
        }
        String wanted =
                expected.size() == 1
                        ? expected.getFirst().toString()
                        : "one of " + expected.toString().replace(", ", " ");
        return "must evaluate to %s but got %s".formatted(wanted, type);
    }

    /** The type of its result; dynamic where it does not compile. */
    public CelType type() {
        return program == null ? CelType.DYN : program.resultType();
    }
}
