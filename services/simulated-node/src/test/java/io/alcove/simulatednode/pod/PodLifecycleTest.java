package io.alcove.simulatednode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.testing.apiserver.TestObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PodLifecycleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final PodPlace PLACE = new PodPlace("10.243.0.1", "10.244.2.2");
    private static final int MOST_STEPS = 40;

    /**
     * @param life phase and containers' states, one line a write, until the pod rests
     */
    record Case(String name, String spec, String metadata, List<String> life) {}

    private static final String JOB =
            "ownerReferences: [{kind: 'Job', name: 'j', uid: 'u', controller: true}]";

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "a pod runs and stays",
                            "containers: [{name: 'a', image: 'i'}]",
                            "",
                            List.of("Pending a=ContainerCreating:0", "Running a=running:0 Ready")),
                    new Case(
                            "init containers end in order, sidecars stay",
                            "initContainers: [{name: 'x'}, {name: 's', restartPolicy: 'Always'}],"
                                    + " containers: [{name: 'a'}]",
                            "",
                            List.of(
                                    "Pending x=PodInitializing:0 s=PodInitializing:0"
                                            + " a=PodInitializing:0",
                                    "Pending x=exit0:0 s=PodInitializing:0 a=PodInitializing:0",
                                    "Pending x=exit0:0 s=running:0 a=PodInitializing:0",
                                    "Running x=exit0:0 s=running:0 a=running:0 Ready")),
                    new Case(
                            "a Job's pod succeeds, its sidecar ends with it",
                            "restartPolicy: 'Never', containers: [{name: 'a'}],"
                                    + " initContainers: [{name: 's', restartPolicy: 'Always'}]",
                            JOB,
                            List.of(
                                    "Pending s=PodInitializing:0 a=PodInitializing:0",
                                    "Pending s=running:0 a=PodInitializing:0",
                                    "Running s=running:0 a=running:0 Ready",
                                    "Succeeded s=exit0:0 a=exit0:0")),
                    new Case(
                            "a failure without restarts is final",
                            "restartPolicy: 'Never', containers: [{name: 'a'}]",
                            "annotations: {'simulation.alcove.io/exit-code': '3'}",
                            List.of(
                                    "Pending a=ContainerCreating:0",
                                    "Running a=running:0 Ready",
                                    "Failed a=exit3:0")),
                    new Case(
                            "a readiness gate holds back Ready alone",
                            "readinessGates: [{conditionType: 'g'}], containers: [{name: 'a'}]",
                            "",
                            List.of("Pending a=ContainerCreating:0", "Running a=running:0")));

    @Test
    void livesAsAKubeletWouldReport() {
        for (Case c : CASES) {
            assertThat(life(pod(c.spec, c.metadata), MOST_STEPS)).as(c.name).isEqualTo(c.life);
        }
    }

    @Test
    void restartsWithGrowingPauses() {
        ApiObject pod =
                pod(
                        "restartPolicy: 'OnFailure', containers: [{name: 'a'}]",
                        "annotations: {'simulation.alcove.io/exit-code': '1'}");
        assertThat(life(pod, 10))
                .containsExactly(
                        "Pending a=ContainerCreating:0",
                        "Running a=running:0 Ready",
                        "Running a=exit1:0",
                        "Running a=running:1 Ready",
                        "Running a=exit1:1",
                        "Running a=CrashLoopBackOff:1",
                        "Running a=running:2 Ready");
    }

    @Test
    void removesWhatIsBeingDeleted() {
        ApiObject pod = pod("containers: []", "deletionTimestamp: '2026-01-01T00:00:00Z'");
        assertThat(PodLifecycle.decide(pod, PLACE, START)).isEqualTo(new PodStep.Delete());
    }

    private static List<String> life(ApiObject pod, int steps) {
        List<String> life = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < steps; i++) {
            switch (PodLifecycle.decide(pod, PLACE, now)) {
                case PodStep.Write(var status) -> {
                    pod.node().set("status", status);
                    life.add(line(pod));
                }
                case PodStep.Wait(Duration delay) -> now = now.plus(delay);
                case PodStep.Delete(), PodStep.Rest() -> {
                    return life;
                }
            }
        }
        return life;
    }

    private static String line(ApiObject pod) {
        List<String> words = new ArrayList<>();
        words.add(pod.text("status", "phase"));
        for (String field : List.of("initContainerStatuses", "containerStatuses")) {
            pod.elements("status", field).forEach(s -> words.add(container(s)));
        }
        pod.elements("status", "conditions").stream()
                .filter(c -> c.path("type").asText().equals("Ready"))
                .filter(c -> c.path("status").asText().equals("True"))
                .forEach(_ -> words.add("Ready"));
        return words.stream().collect(Collectors.joining(" "));
    }

    private static String container(com.fasterxml.jackson.databind.JsonNode status) {
        var state = status.path("state");
        String word = "running";
        if (state.has("waiting")) {
            word = state.path("waiting").path("reason").asText();
        } else if (state.has("terminated")) {
            word = "exit" + state.path("terminated").path("exitCode").asInt();
        }
        return status.path("name").asText()
                + "="
                + word
                + ":"
                + status.path("restartCount").asInt();
    }

    private static ApiObject pod(String spec, String metadata) {
        return TestObjects.object(
                "{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p', namespace: 'n', uid: 'u',"
                        + " generation: 1"
                        + (metadata.isEmpty() ? "" : ", " + metadata)
                        + "}, spec: {"
                        + spec
                        + "}, status: {phase: 'Pending'}}");
    }
}
