package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says of every pod that it runs, and of those of Jobs that they are done: there is no node. */
final class StandInKubelet implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final String TIME = "2026-01-01T00:00:00Z";

    private final TestServer server;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StandInKubelet(TestServer server) {
        this.server = server;
    }

    static StandInKubelet start(TestServer server) {
        StandInKubelet kubelet = new StandInKubelet(server);
        Thread.ofVirtual().name("kubelet").start(kubelet::run);
        return kubelet;
    }

    private void run() {
        try {
            while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                tryPass();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryPass() throws InterruptedException {
        try {
            for (JsonNode pod : send("GET", "/api/v1/pods", "", "").path("items")) {
                if (pod.at("/status/phase").asText().equals("Pending")) {
                    String namespace = pod.at("/metadata/namespace").asText();
                    String name = pod.at("/metadata/name").asText();
                    send(
                            "PATCH",
                            "/api/v1/namespaces/%s/pods/%s/status".formatted(namespace, name),
                            "application/merge-patch+json",
                            running(pod).toString());
                }
            }
        } catch (IOException _) {
            // the server is going, or the pod went meanwhile
        }
    }

    private static ObjectNode running(JsonNode pod) {
        boolean done = pod.at("/metadata/ownerReferences/0/kind").asText().equals("Job");
        ObjectNode change = JSON.createObjectNode();
        ObjectNode status = change.putObject("status");
        status.put("phase", done ? "Succeeded" : "Running").put("startTime", TIME);
        for (String type : new String[] {"Ready", "ContainersReady"}) {
            status.withArrayProperty("conditions")
                    .addObject()
                    .put("type", type)
                    .put("status", done ? "False" : "True")
                    .put("lastTransitionTime", TIME);
        }
        for (JsonNode container : pod.at("/spec/containers")) {
            ObjectNode shown = status.withArrayProperty("containerStatuses").addObject();
            shown.set("name", container.path("name"));
            shown.set("image", container.path("image"));
            shown.put("imageID", "").put("ready", !done).put("restartCount", 0);
            shown.putObject("state")
                    .putObject(done ? "terminated" : "running")
                    .put("startedAt", TIME);
            if (done) {
                ((ObjectNode) shown.at("/state/terminated")).put("exitCode", 0);
            }
        }
        return change;
    }

    private JsonNode send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        Map<String, String> headers =
                type.isEmpty()
                        ? Map.of("Accept", "application/json")
                        : Map.of("Accept", "application/json", "Content-Type", type);
        return server.send(new Step(method, path, Caller.ADMIN, headers, body, Map.of())).body();
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
