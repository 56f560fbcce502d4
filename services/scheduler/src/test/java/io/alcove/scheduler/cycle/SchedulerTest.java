package io.alcove.scheduler.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.event.EventRecorder;
import io.alcove.client.informer.Informers;
import io.alcove.testing.apiserver.FakeApiServer;
import io.alcove.testing.apiserver.TestObjects;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final GroupVersionResource PODS = PodWriter.PODS;
    private static final GroupVersionResource NODES = new GroupVersionResource("", "v1", "nodes");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeApiServer server = FakeApiServer.start();
    private final ApiClient client = ApiClient.of(server.channel(), "kube-scheduler");
    private final Informers informers = new Informers(client);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final EventRecorder recorder =
            (_, type, reason, message) -> events.add(type.word() + " " + reason + " " + message);
    private final Scheduler scheduler =
            new Scheduler("mine", informers, client, recorder, Clock.systemUTC());

    @BeforeEach
    void start() throws InterruptedException {
        informers.start();
        assertThat(informers.awaitSynced(PATIENCE)).isTrue();
        scheduler.start();
    }

    @AfterEach
    void stop() {
        scheduler.close();
        informers.close();
        server.close();
    }

    @Test
    void bindsItsOwnPodsAndNoOthers() {
        addNode("n1");
        addPod("others", "schedulerName: 'theirs'");
        addPod("gated", "schedulerName: 'mine', schedulingGates: [{name: 'g'}]");
        addPod("own", "schedulerName: 'mine'");
        awaitBound("own");
        assertThat(pod("others").text("spec", "nodeName")).isEmpty();
        assertThat(pod("gated").text("spec", "nodeName")).isEmpty();
        server.objects().await("event", () -> !events.isEmpty());
        assertThat(events)
                .containsExactly("Normal Scheduled Successfully assigned default/own to n1");
    }

    @Test
    void explainsWhatFitsNowhereAndTriesAgainWhenANodeComes() {
        addPod("p", "schedulerName: 'mine'");
        server.objects()
                .await("condition", () -> !pod("p").elements("status", "conditions").isEmpty());
        ApiObject waiting = pod("p");
        assertThat(waiting.elements("status", "conditions").getFirst().path("message").asText())
                .isEqualTo("no nodes available to schedule pods");
        assertThat(events)
                .containsExactly("Warning FailedScheduling no nodes available to schedule pods");
        addNode("n1");
        awaitBound("p");
    }

    @Test
    void neverPromisesANodeTwice() {
        addNode("n1");
        for (int i = 0; i < 4; i++) {
            addPod(
                    "p" + i,
                    "schedulerName: 'mine', containers:"
                            + " [{name: 'a', resources: {requests: {cpu: '1'}}}]");
        }
        server.objects().await("two bound", () -> bound() == 2);
        server.objects()
                .await(
                        "two refused",
                        () ->
                                events.stream().filter(e -> e.contains("Insufficient cpu")).count()
                                        >= 2);
        assertThat(bound()).isEqualTo(2);
    }

    private long bound() {
        return server.objects().list(PODS).stream()
                .filter(p -> !p.text("spec", "nodeName").isEmpty())
                .count();
    }

    private void awaitBound(String name) {
        server.objects().await("bound", () -> pod(name).text("spec", "nodeName").equals("n1"));
    }

    private ApiObject pod(String name) {
        return server.objects().get(PODS, new ObjectName("default", name));
    }

    private void addNode(String name) {
        server.objects()
                .create(
                        NODES,
                        TestObjects.object(
                                "{apiVersion: 'v1', kind: 'Node', metadata: {name: '"
                                        + name
                                        + "'}, status: {allocatable:"
                                        + " {cpu: '2', memory: '8Gi', pods: '10'}}}"));
    }

    private void addPod(String name, String spec) {
        server.objects()
                .create(
                        PODS,
                        TestObjects.object(
                                "{apiVersion: 'v1', kind: 'Pod', metadata: {name: '"
                                        + name
                                        + "', namespace: 'default'}, spec: {"
                                        + spec
                                        + "}}"));
    }
}
