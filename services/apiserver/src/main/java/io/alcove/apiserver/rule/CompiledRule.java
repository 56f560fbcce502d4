package io.alcove.apiserver.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.cel.CelProgram;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a schema, compiled.
 *
 * @param source as it stands in the schema
 * @param program null where the rule is empty or wrong
 * @param problem in upstream's words; empty where the rule is right
 * @param message what makes the message; null where nothing does, or it is wrong
 * @param maxCost what the rule may cost, for one value
 * @param fieldPath the field that a failure is told of, below the value; mostly empty
 */
public record CompiledRule(
        JsonNode source,
        @Nullable CelProgram program,
        String problem,
        @Nullable CelProgram message,
        String messageProblem,
        long maxCost,
        long messageMaxCost,
        String fieldPath) {

    static final String OLD_SELF = "oldSelf";

    public boolean usesOldSelf() {
        return program != null && program.uses(OLD_SELF);
    }

    boolean takesOptionalOldSelf() {
        return source.path("optionalOldSelf").asBoolean(false);
    }

    /** What the rule is called in messages. */
    String title() {
        String message = source.path("message").asText("");
        return (message.isEmpty() ? source.path("rule").asText("") : message).strip();
    }

    String defaultMessage() {
        return source.path("message").asText("").isEmpty() ? "failed rule: " + title() : title();
    }
}
