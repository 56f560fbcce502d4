package io.alcove.simulatednode.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A container's status, in each of the states that a kubelet reports. */
record ContainerStatus(ObjectNode node) {

    static ContainerStatus waiting(JsonNode container, String reason) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", container.path("name").asText());
        node.putObject("state").putObject("waiting").put("reason", reason);
        node.putObject("lastState");
        node.put("ready", false)
                .put("restartCount", 0)
                .put("image", container.path("image").asText())
                .put("imageID", "")
                .put("started", false);
        return new ContainerStatus(node);
    }

    String name() {
        return node.path("name").asText();
    }

    int restartCount() {
        return node.path("restartCount").asInt();
    }

    boolean isRunning() {
        return state().has("running");
    }

    boolean isTerminated() {
        return state().has("terminated");
    }

    boolean isReady() {
        return node.path("ready").asBoolean();
    }

    boolean isBackingOff() {
        return state().path("waiting").path("reason").asText().equals("CrashLoopBackOff");
    }

    int exitCode() {
        return state().path("terminated").path("exitCode").asInt();
    }

    Instant startedAt() {
        return Instant.parse(state().path("running").path("startedAt").asText());
    }

    /** When the last run ended. */
    Instant finishedAt() {
        JsonNode ended = isTerminated() ? state() : node.path("lastState");
        return Instant.parse(ended.path("terminated").path("finishedAt").asText());
    }

    ContainerStatus running(String podUid, Timestamp now, boolean isReady) {
        ObjectNode next = node.deepCopy();
        if (isTerminated()) {
            next.set("lastState", state());
        }
        int restarts = isTerminated() || isBackingOff() ? restartCount() + 1 : restartCount();
        next.putObject("state").putObject("running").put("startedAt", now.text());
        next.put("restartCount", restarts)
                .put("ready", isReady)
                .put("started", true)
                .put("imageID", node.path("image").asText())
                .put("containerID", id(podUid, restarts));
        return new ContainerStatus(next);
    }

    ContainerStatus terminated(String podUid, int exitCode, Timestamp now) {
        ObjectNode next = node.deepCopy();
        String started = isRunning() ? startedAt().toString() : now.text();
        String id = id(podUid, restartCount());
        next.putObject("state")
                .putObject("terminated")
                .put("exitCode", exitCode)
                .put("reason", exitCode == 0 ? "Completed" : "Error")
                .put("startedAt", started)
                .put("finishedAt", now.text())
                .put("containerID", id);
        next.put("ready", false)
                .put("started", false)
                .put("imageID", node.path("image").asText())
                .put("containerID", id);
        return new ContainerStatus(next);
    }

    /** An init container's end: it counts as ready. */
    ContainerStatus initialized(String podUid, Timestamp now) {
        ContainerStatus next = terminated(podUid, 0, now);
        next.node.put("ready", true);
        return next;
    }

    ContainerStatus backingOff(String message) {
        ObjectNode next = node.deepCopy();
        next.set("lastState", state());
        next.putObject("state")
                .putObject("waiting")
                .put("reason", "CrashLoopBackOff")
                .put("message", message);
        return new ContainerStatus(next);
    }

    private JsonNode state() {
        return node.path("state");
    }

    private String id(String podUid, int restarts) {
        String seed = podUid + "/" + name() + "/" + restarts;
        return "simulated://"
                + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }
}
