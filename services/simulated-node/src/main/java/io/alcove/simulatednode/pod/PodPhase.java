package io.alcove.simulatednode.pod;

import java.util.List;

/** Where a pod is in its life, by its containers. */
enum PodPhase {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String word;

    PodPhase(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }

    static PodPhase of(
            RestartPolicy policy, List<ContainerStatus> init, List<ContainerStatus> containers) {
        boolean isInitialized = init.stream().allMatch(s -> s.isTerminated() || s.isRunning());
        boolean isStarted =
                containers.stream()
                        .allMatch(s -> s.isRunning() || s.isTerminated() || s.isBackingOff());
        if (!isInitialized || !isStarted) {
            return PENDING;
        }
        boolean isOver =
                containers.stream()
                        .allMatch(s -> s.isTerminated() && !policy.restartsAfter(s.exitCode()));
        if (!isOver) {
            return RUNNING;
        }
        return containers.stream().allMatch(s -> s.exitCode() == 0) ? SUCCEEDED : FAILED;
    }
}
