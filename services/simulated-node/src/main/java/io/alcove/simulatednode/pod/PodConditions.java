package io.alcove.simulatednode.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions that are a kubelet's to say; those of others stay as they are. */
final class PodConditions {

    private static final Set<String> OWN =
            Set.of(
                    "PodReadyToStartContainers",
                    "Initialized",
                    "Ready",
                    "ContainersReady",
                    "PodScheduled");

    private final ApiObject pod;
    private final ObjectNode status;
    private final Timestamp now;

    PodConditions(ApiObject pod, ObjectNode status, Timestamp now) {
        this.pod = pod;
        this.status = status;
        this.now = now;
    }

    private record Finding(boolean holds, String reason, String message) {

        static final Finding HOLDS = new Finding(true, "", "");
    }

    void write(PodPhase phase, List<ContainerStatus> init, List<ContainerStatus> containers) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        boolean hasSandbox = status.has("podIP") && !phase.isFinal();
        Finding containersReady = containersReady(phase, containers);
        conditions.add(condition("PodReadyToStartContainers", new Finding(hasSandbox, "", "")));
        conditions.add(condition("Initialized", initialized(phase, init)));
        conditions.add(condition("Ready", ready(containersReady)));
        conditions.add(condition("ContainersReady", containersReady));
        conditions.add(condition("PodScheduled", Finding.HOLDS));
        for (JsonNode other : status.path("conditions")) {
            if (!OWN.contains(other.path("type").asText())) {
                conditions.add(other);
            }
        }
        status.set("conditions", conditions);
    }

    private static Finding initialized(PodPhase phase, List<ContainerStatus> init) {
        if (phase == PodPhase.SUCCEEDED) {
            return new Finding(true, "PodCompleted", "");
        }
        List<String> open =
                init.stream()
                        .filter(s -> !s.isTerminated() && !s.isRunning())
                        .map(ContainerStatus::name)
                        .toList();
        return open.isEmpty()
                ? Finding.HOLDS
                : new Finding(
                        false,
                        "ContainersNotInitialized",
                        "containers with incomplete status: " + goList(open));
    }

    private static Finding containersReady(PodPhase phase, List<ContainerStatus> containers) {
        if (phase.isFinal()) {
            String reason = phase == PodPhase.SUCCEEDED ? "PodCompleted" : "PodFailed";
            return new Finding(false, reason, "");
        }
        List<String> unready =
                containers.stream().filter(s -> !s.isReady()).map(ContainerStatus::name).toList();
        return unready.isEmpty()
                ? Finding.HOLDS
                : new Finding(
                        false,
                        "ContainersNotReady",
                        "containers with unready status: " + goList(unready));
    }

    /** With its containers and all of its readiness gates. */
    private Finding ready(Finding containersReady) {
        if (!containersReady.holds()) {
            return containersReady;
        }
        List<String> closed =
                pod.elements("spec", "readinessGates").stream()
                        .map(gate -> gate.path("conditionType").asText())
                        .flatMap(type -> closedGate(type).stream())
                        .toList();
        return closed.isEmpty()
                ? Finding.HOLDS
                : new Finding(false, "ReadinessGatesNotReady", String.join(", ", closed));
    }

    private Optional<String> closedGate(String type) {
        String gate = "corresponding condition of pod readiness gate \"" + type + "\" ";
        Optional<JsonNode> condition = present(type);
        if (condition.isEmpty()) {
            return Optional.of(gate + "does not exist.");
        }
        String value = condition.get().path("status").asText();
        return value.equals("True")
                ? Optional.empty()
                : Optional.of(
                        "the status of pod readiness gate \""
                                + type
                                + "\" is not \"True\", but "
                                + value);
    }

    private ObjectNode condition(String type, Finding finding) {
        String value = finding.holds() ? "True" : "False";
        ObjectNode condition = JsonNodeFactory.instance.objectNode().put("type", type);
        if (pod.generation() > 0) {
            condition.put("observedGeneration", pod.generation());
        }
        condition.put("status", value).putNull("lastProbeTime");
        String since =
                present(type)
                        .filter(c -> c.path("status").asText().equals(value))
                        .map(c -> c.path("lastTransitionTime").asText())
                        .filter(time -> !time.isEmpty())
                        .orElse(now.text());
        condition.put("lastTransitionTime", since);
        if (!finding.reason().isEmpty()) {
            condition.put("reason", finding.reason());
        }
        if (!finding.message().isEmpty()) {
            condition.put("message", finding.message());
        }
        return condition;
    }

    private Optional<JsonNode> present(String type) {
        return pod.elements("status", "conditions").stream()
                .filter(c -> c.path("type").asText().equals(type))
                .findFirst();
    }

    private static String goList(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }
}
