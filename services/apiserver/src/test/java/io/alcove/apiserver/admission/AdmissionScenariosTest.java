package io.alcove.apiserver.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.admission.Scenario.Step;
import io.alcove.apiserver.admission.ScenarioServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Admission answers as a real kube-apiserver's does. */
class AdmissionScenariosTest {

    private static final ObjectMapper SORTED =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private static final List<String> VOLATILE =
            List.of("uid", "creationTimestamp", "resourceVersion", "managedFields");

    private static final List<String> FILES =
            List.of(
                    "namespaces",
                    "provision",
                    "serviceaccounts",
                    "limits",
                    "pods",
                    "selectors",
                    "topology",
                    "podsecurity",
                    "podsecurity-configured",
                    "storage",
                    "certificates",
                    "ownership",
                    "nodes",
                    "events",
                    "quota",
                    "quota-limited",
                    "more",
                    "policies",
                    "mutating-policies");

    @TestFactory
    Stream<DynamicTest> answersAsKubeApiserver() {
        return FILES.stream().map(Scenario::read).flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Scenario scenario) {
        ScenarioServer server = new ScenarioServer(scenario);
        return scenario.steps().stream()
                .map(
                        step ->
                                DynamicTest.dynamicTest(
                                        scenario + ": " + step.name(),
                                        () -> compare(step, server.run(step))));
    }

    private static void compare(Step step, Answer answer) {
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(step.code());
        if (!step.answer().isMissingNode()) {
            assertThat(stable(answer.body())).isEqualTo(stable(step.answer()));
        }
        if (!step.unwarned()) {
            assertThat(answer.warnings()).isEqualTo(step.warnings());
        }
    }

    private static String stable(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(VOLATILE);
        }
        if (copy.get("details") instanceof ObjectNode details) {
            details.remove("uid");
        }
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(copy, Object.class))
                    .replaceAll("\\b([a-z-]+-)[bcdfghjklmnpqrstvwxz2456789]{5}\\b", "$1xxxxx")
                    .replaceAll("\"[0-9-]{10}T[0-9:]{8}Z\"", "\"TIME\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
