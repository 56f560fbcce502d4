package io.alcove.controllermanager.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far a pod is, read from its status. */
public record PodState(ApiObject pod) {

    public String phase() {
        return pod.text("status", "phase");
    }

    public boolean isFinished() {
        return phase().equals("Succeeded") || phase().equals("Failed");
    }

    /** Counts as one of its owner's: neither finished nor being deleted. */
    public boolean isActive() {
        return !isFinished() && !pod.isBeingDeleted();
    }

    public boolean isReady() {
        return readyCondition().filter(c -> c.path("status").asText().equals("True")).isPresent();
    }

    /** Since when it is ready, where it is. */
    public Optional<Instant> readySince() {
        return isReady()
                ? readyCondition()
                        .map(c -> c.path("lastTransitionTime").asText())
                        .filter(t -> !t.isEmpty())
                        .map(Instant::parse)
                : Optional.empty();
    }

    /** Ready, and for long enough. */
    public boolean isAvailable(Duration minReady, Instant now) {
        return isReady()
                && (minReady.isZero()
                        || readySince().filter(s -> !s.plus(minReady).isAfter(now)).isPresent());
    }

    public Optional<Instant> created() {
        return pod.optionalText("metadata", "creationTimestamp").map(Instant::parse);
    }

    public int restarts() {
        return pod.elements("status", "containerStatuses").stream()
                .mapToInt(c -> c.path("restartCount").asInt())
                .max()
                .orElse(0);
    }

    public String nodeName() {
        return pod.text("spec", "nodeName");
    }

    /** What its deletion costs as against others', by its annotation. */
    public int deletionCost() {
        String cost = pod.annotation("controller.kubernetes.io/pod-deletion-cost").orElse("0");
        try {
            return Integer.parseInt(cost);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Optional<JsonNode> readyCondition() {
        return pod.elements("status", "conditions").stream()
                .filter(c -> c.path("type").asText().equals("Ready"))
                .findFirst();
    }
}
