package io.alcove.scheduler.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.ApiClient;
import io.alcove.client.ResourceClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The two things that a scheduler writes to a pod. */
final class PodWriter {

    static final GroupVersionResource PODS = new GroupVersionResource("", "v1", "pods");

    private static final GroupVersionKind BINDING = new GroupVersionKind("", "v1", "Binding");
    private static final String CONDITION = "PodScheduled";

    private final ResourceClient pods;
    private final Clock clock;

    PodWriter(ApiClient client, Clock clock) {
        this.pods = client.resource(PODS);
        this.clock = clock;
    }

    /** Binds this very pod, never one that took its name later. */
    void bind(ApiObject pod, String node) {
        ApiObject binding = ApiObject.of(BINDING, pod.objectName());
        binding.with("metadata").put("uid", pod.uid());
        binding.with("target").put("kind", "Node").put("name", node);
        pods.create(pod.objectName(), "binding", binding);
    }

    /** Says in the pod's status why it waits, unless it does so already. */
    void explain(ApiObject pod, String message) {
        Optional<JsonNode> present =
                pod.elements("status", "conditions").stream()
                        .filter(c -> c.path("type").asText().equals(CONDITION))
                        .findFirst();
        boolean isFalse =
                present.filter(c -> c.path("status").asText().equals("False")).isPresent();
        boolean isSaid =
                present.filter(c -> c.path("message").asText().equals(message)).isPresent();
        if (isFalse && isSaid) {
            return;
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String since =
                isFalse
                        ? present.map(c -> c.path("lastTransitionTime").asText(now)).orElse(now)
                        : now;
        ApiObject update = pod.copy();
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        pod.elements("status", "conditions").stream()
                .filter(c -> !c.path("type").asText().equals(CONDITION))
                .forEach(conditions::add);
        conditions.add(condition(pod, message, since));
        update.with("status").set("conditions", conditions);
        pods.updateStatus(update);
    }

    private static ObjectNode condition(ApiObject pod, String message, String since) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode().put("type", CONDITION);
        if (pod.generation() > 0) {
            condition.put("observedGeneration", pod.generation());
        }
        condition.put("status", "False").putNull("lastProbeTime");
        return condition
                .put("lastTransitionTime", since)
                .put("reason", "Unschedulable")
                .put("message", message);
    }
}
