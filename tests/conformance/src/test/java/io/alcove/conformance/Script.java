package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests to be sent in order. */
record Script(String name, List<Step> steps) {

    static Script of(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        node.path("steps").forEach(step -> steps.add(Step.of(step)));
        return new Script(node.path("name").asText(), steps);
    }

    /** What the two servers answer differently; empty where they agree. */
    List<String> compare(TestServer real, TestServer alcove)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<JsonNode>> expected = threads.submit(() -> run(real));
            Future<List<JsonNode>> actual = threads.submit(() -> run(alcove));
            List<String> report = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                List<String> differences =
                        Differences.between(expected.get().get(i), actual.get().get(i));
                if (!differences.isEmpty()) {
                    report.add("  %s %s".formatted(steps.get(i).method(), steps.get(i).path()));
                    report.addAll(differences);
                }
            }
            return report;
        }
    }

    private List<JsonNode> run(TestServer server) throws IOException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        List<JsonNode> answers = new ArrayList<>();
        for (Step step : steps) {
            Answer answer = server.send(step.with(values));
            step.saved().forEach((name, at) -> values.put(name, answer.body().at(at).asText()));
            answers.add(answer.normal());
        }
        return answers;
    }
}
