package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.HashSet;
import java.util.Set;

/** What the states of a pod's containers come down to, as upstream sums them up. */
final class PodSummary {

    private final ApiObject pod;
    private final Set<String> sidecars = new HashSet<>();
    private final int containers;
    private final Restarts allRestarts = new Restarts();
    private final Restarts sidecarRestarts = new Restarts();
    private Restarts shown = allRestarts;
    private int ready;
    private String reason;

    private PodSummary(ApiObject pod) {
        this.pod = pod;
        for (JsonNode container : pod.at("spec", "initContainers")) {
            if (container.path("restartPolicy").asText().equals("Always")) {
                sidecars.add(container.path("name").asText());
            }
        }
        this.containers = pod.at("spec", "containers").size() + sidecars.size();
        this.reason = Texts.orElse(pod.text("status", "reason"), pod.text("status", "phase"));
    }

    static PodSummary of(ApiObject pod) {
        PodSummary summary = new PodSummary(pod);
        summary.sumUp();
        return summary;
    }

    int containers() {
        return containers;
    }

    int ready() {
        return ready;
    }

    String reason() {
        return reason;
    }

    long restarts() {
        return shown.count;
    }

    /** When a container last ended before a restart; empty where none did. */
    String lastRestart() {
        return shown.last;
    }

    private void sumUp() {
        JsonNode conditions = pod.at("status", "conditions");
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals("PodScheduled")
                    && condition.path("reason").asText().equals("SchedulingGated")) {
                reason = "SchedulingGated";
            }
        }
        boolean initializing = isInitializing();
        if (!initializing || Texts.isTrue(conditions, "Initialized")) {
            shown = sidecarRestarts;
            sumUpContainers(conditions);
        }
        if (pod.isBeingDeleted()) {
            sumUpDeletion();
        }
    }

    /** Whether an init container has failed or is not done; the reason then says so. */
    private boolean isInitializing() {
        JsonNode statuses = pod.at("status", "initContainerStatuses");
        for (int i = 0; i < statuses.size(); i++) {
            JsonNode status = statuses.get(i);
            boolean sidecar = sidecars.contains(status.path("name").asText());
            allRestarts.add(status);
            if (sidecar) {
                sidecarRestarts.add(status);
            }
            JsonNode terminated = status.path("state").path("terminated");
            if (terminated.isObject() && terminated.path("exitCode").asInt() == 0) {
                continue;
            }
            if (sidecar && status.path("started").asBoolean()) {
                ready += status.path("ready").asBoolean() ? 1 : 0;
                continue;
            }
            reason = "Init:" + initReason(status, i);
            return true;
        }
        return false;
    }

    private String initReason(JsonNode status, int index) {
        JsonNode terminated = status.path("state").path("terminated");
        if (terminated.isObject()) {
            return endReason(terminated);
        }
        String waiting = status.path("state").path("waiting").path("reason").asText("");
        return waiting.isEmpty() || waiting.equals("PodInitializing")
                ? index + "/" + pod.at("spec", "initContainers").size()
                : waiting;
    }

    private void sumUpContainers(JsonNode conditions) {
        boolean running = false;
        String errorReason = "";
        JsonNode statuses = pod.at("status", "containerStatuses");
        for (int i = statuses.size() - 1; i >= 0; i--) {
            JsonNode status = statuses.get(i);
            shown.add(status);
            JsonNode state = status.path("state");
            String waiting = state.path("waiting").path("reason").asText("");
            if (!waiting.isEmpty()) {
                reason = waiting;
            } else if (state.path("terminated").isObject()) {
                reason = endReason(state.path("terminated"));
                boolean failed = state.path("terminated").path("exitCode").asInt() != 0;
                errorReason = failed ? reason : errorReason;
            } else if (status.path("ready").asBoolean() && state.has("running")) {
                running = true;
                ready++;
            }
        }
        if (reason.equals("Completed")) {
            sumUpCompletion(running, Texts.isTrue(conditions, "Ready"), errorReason);
        }
    }

    /** One container has completed: the others say whether the pod as a whole has. */
    private void sumUpCompletion(boolean running, boolean podReady, String errorReason) {
        if (running && podReady) {
            reason = "Running";
        } else if (!errorReason.isEmpty()) {
            reason = errorReason;
        } else if (running) {
            reason = "NotReady";
        }
    }

    private void sumUpDeletion() {
        String phase = pod.text("status", "phase");
        if (pod.text("status", "reason").equals("NodeLost")) {
            reason = "Unknown";
        } else if (!phase.equals("Succeeded") && !phase.equals("Failed")) {
            reason = "Terminating";
        }
    }

    private static String endReason(JsonNode terminated) {
        String given = terminated.path("reason").asText("");
        if (!given.isEmpty()) {
            return given;
        }
        int signal = terminated.path("signal").asInt();
        return signal != 0 ? "Signal:" + signal : "ExitCode:" + terminated.path("exitCode").asInt();
    }

    private static final class Restarts {
        private long count;
        private String last = "";

        void add(JsonNode status) {
            count += status.path("restartCount").asLong();
            String finished =
                    status.path("lastState").path("terminated").path("finishedAt").asText("");
            last = finished.compareTo(last) > 0 ? finished : last;
        }
    }
}
