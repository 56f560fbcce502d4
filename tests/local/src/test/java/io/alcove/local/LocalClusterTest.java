package io.alcove.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code alcove up} promises: a cluster of processes that can be killed at any time. */
class LocalClusterTest {

    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";
    private static final String WEB = DEPLOYMENTS + "/web";
    private static final int REPLICAS = 3;

    private final CommandLine alcove;
    private final TenantApi api;

    LocalClusterTest(@TempDir Path temporary) throws IOException, InterruptedException {
        alcove = new CommandLine(temporary.resolve("cluster"));
        try {
            alcove.up();
        } catch (AssertionError e) {
            alcove.down();
            throw e;
        }
        api = new TenantApi(alcove.directory(), alcove.port());
    }

    @BeforeEach
    void runADeployment() throws Exception {
        assertThat(
                        api.create(
                                        DEPLOYMENTS,
                                        """
                                        {"metadata":{"name":"web"},"spec":{"replicas":%d,
                                         "selector":{"matchLabels":{"app":"web"}},
                                         "template":{"metadata":{"labels":{"app":"web"}},
                                          "spec":{"containers":[{"name":"web","image":"nginx"}]}}}}"""
                                                .formatted(REPLICAS))
                                .code())
                .isEqualTo(201);
        api.await(WEB, LocalClusterTest::isRolledOut);
    }

    @AfterEach
    void stop() throws Exception {
        if (Files.exists(alcove.directory())) {
            alcove.down("--delete");
        }
    }

    @Test
    void runsPodsOnTheHostAndTellsOfEachStep() throws Exception {
        JsonNode pods = api.get("/api/v1/namespaces/default/pods?labelSelector=app=web");

        assertThat(pods.path("items"))
                .hasSize(REPLICAS)
                .allSatisfy(
                        pod -> {
                            assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");
                            assertThat(pod.at("/spec/nodeName").asText()).startsWith("simulated-");
                            assertThat(pod.at("/status/podIP").asText()).isNotEmpty();
                        });
        assertThat(alcove.events(REPLICAS))
                .allSatisfy(event -> assertThat(event).contains("io.alcove.sync.v1"));
    }

    @Test
    void comesBackWithItsDataAndLeavesNothingBehind() throws Exception {
        String uid = api.get(WEB).at("/metadata/uid").asText();
        List<ProcessHandle> first = List.copyOf(alcove.processes().values());

        alcove.down();
        assertThat(first).noneMatch(ProcessHandle::isAlive);
        alcove.up();
        assertThat(api.await(WEB, LocalClusterTest::isRolledOut).at("/metadata/uid").asText())
                .isEqualTo(uid);
        List<ProcessHandle> second = List.copyOf(alcove.processes().values());

        alcove.down("--delete");
        assertThat(second).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(alcove.directory()).doesNotExist();
    }

    @Test
    void convergesWhenAnyServiceIsKilledDuringARollout() throws Exception {
        try (AcknowledgedWrites writes = new AcknowledgedWrites(api)) {
            for (Map.Entry<String, ProcessHandle> process : alcove.processes().entrySet()) {
                rollOut("after-" + process.getKey());
                kill(process.getValue());
                alcove.up();
                api.await(WEB, LocalClusterTest::isRolledOut);
            }
            writes.assertNoneIsLost();
        }
        awaitPods();
    }

    @Test
    void convergesWhenAllServicesAreKilledAtOnceDuringARollout() throws Exception {
        try (AcknowledgedWrites writes = new AcknowledgedWrites(api)) {
            rollOut("all");
            for (ProcessHandle process : alcove.processes().values()) {
                process.destroyForcibly();
            }
            for (ProcessHandle process : alcove.processes().values()) {
                kill(process);
            }
            alcove.up();
            api.await(WEB, LocalClusterTest::isRolledOut);
            writes.assertNoneIsLost();
        }
        awaitPods();
    }

    private void rollOut(String text) throws Exception {
        assertThat(
                        api.merge(
                                        WEB,
                                        """
                                        {"spec":{"template":{"metadata":{"annotations":{"text":"%s"}}}}}"""
                                                .formatted(text))
                                .code())
                .isEqualTo(200);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As many pods as asked for, of the last template, and none that is left over. */
    private void awaitPods() throws Exception {
        api.await(
                "/api/v1/namespaces/default/pods",
                list -> {
                    JsonNode pods = list.path("items");
                    for (JsonNode pod : pods) {
                        if (!pod.at("/status/phase").asText().equals("Running")) {
                            return false;
                        }
                    }
                    return pods.size() == REPLICAS;
                });
    }

    private static boolean isRolledOut(JsonNode deployment) {
        JsonNode status = deployment.path("status");
        return status.path("observedGeneration").asLong()
                        == deployment.at("/metadata/generation").asLong()
                && status.path("updatedReplicas").asInt() == REPLICAS
                && status.path("replicas").asInt() == REPLICAS
                && status.path("availableReplicas").asInt() == REPLICAS;
    }
}
