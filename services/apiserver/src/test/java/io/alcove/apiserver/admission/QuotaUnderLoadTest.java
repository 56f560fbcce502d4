package io.alcove.apiserver.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apiserver.admission.Scenario.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaUnderLoadTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 200;
    private static final int LIMIT = 50;
    private static final String QUOTAS = "/api/v1/namespaces/default/resourcequotas";

    private final ScenarioServer server =
            new ScenarioServer(new Scenario("", List.of(), List.of(), Map.of(), List.of()));

    @Test
    void neverLetsClientsTogetherExceedAQuota() throws Exception {
        run("POST", QUOTAS, "{'metadata':{'name':'q'},'spec':{'hard':{'configmaps':'50'}}}");
        run(
                "PATCH",
                QUOTAS + "/q/status",
                "{'status':{'hard':{'configmaps':'50'},'used':{'configmaps':'0'}}}");

        List<Callable<Integer>> creates =
                IntStream.range(0, CLIENTS)
                        .<Callable<Integer>>mapToObj(i -> () -> create("x" + i))
                        .toList();
        List<Integer> codes;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            codes = clients.invokeAll(creates).stream().map(Future::resultNow).toList();
        }

        assertThat(codes).filteredOn(code -> code == 201).hasSize(LIMIT);
        assertThat(codes).filteredOn(code -> code == 403).hasSize(CLIENTS - LIMIT);
        assertThat(run("GET", QUOTAS + "/q", "").at("/status/used/configmaps").asText())
                .isEqualTo("50");
    }

    private int create(String name) throws IOException {
        return server.run(
                        step(
                                "POST",
                                "/api/v1/namespaces/default/configmaps",
                                "{'metadata':{'name':'" + name + "'}}"))
                .code();
    }

    private JsonNode run(String method, String path, String body) throws IOException {
        return server.run(step(method, path, body)).body();
    }

    private static Step step(String method, String path, String body) throws IOException {
        return new Step(
                path,
                method,
                path,
                "application/merge-patch+json",
                "",
                List.of(),
                body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body.replace('\'', '"')),
                0,
                MissingNode.getInstance(),
                true,
                List.of());
    }
}
