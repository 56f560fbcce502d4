package io.alcove.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.cel.cost.Range;
import io.alcove.cel.interpreter.Outcome;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.schema.JsonSchema;
import io.alcove.cel.schema.SchemaValues;
import io.alcove.cel.type.CelType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Says to each expression what cel-go says, set up as Kubernetes 1.36 sets it up. */
class ExpressionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema = JsonSchema.of((ObjectNode) read("schema.json"));
    private final JsonNode value = read("value.json");
    private final DeclaredType type =
            DeclaredType.of(schema, false).orElseThrow().named("selfType");
    private final CelEnvironment environment =
            KubernetesEnvironments.forNew("1.36")
                    .withVariable("self", type)
                    .withVariable("any", CelType.DYN);

    private static JsonNode read(String name) {
        try (InputStream in = ExpressionsTest.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsUpstream() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : read("expressions.golden.json")) {
            tests.add(DynamicTest.dynamicTest(row.path("expression").asText(), () -> answers(row)));
        }
        return tests.stream();
    }

    private void answers(JsonNode row) {
        assertThat(ask(row.path("expression").asText())).isEqualTo(shown(row));
    }

    private static Map<String, String> shown(JsonNode row) {
        if (row.has("failed")) {
            return Map.of("failed", row.path("failed").asText());
        }
        return Map.of(
                "type", row.path("type").asText(),
                "min", row.path("minCost").asText(),
                "max", row.path("maxCost").asText(),
                "cost", row.path("cost").asText(),
                "result", row.path("value").asText() + row.path("error").asText());
    }

    private Map<String, String> ask(String expression) {
        return switch (environment.compile(expression)) {
            case Compilation.Failed failed -> Map.of("failed", failed.text());
            case Compilation.Compiled(CelProgram program) -> {
                Range estimate = program.estimateCost(type.sizes());
                Outcome outcome =
                        program.evaluate(
                                Variables.of(
                                        Map.of(
                                                "self",
                                                SchemaValues.of(value, schema),
                                                "any",
                                                value)));
                yield Map.of(
                        "type", program.resultType().toString(),
                        "min", Long.toString(estimate.min()),
                        "max", Long.toString(estimate.max()),
                        "cost", Long.toString(outcome.cost()),
                        "result", Shown.of(outcome.value()));
            }
        };
    }
}
