package io.alcove.simulatednode.pod;

import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;

/** Whether a container that ended runs again. */
enum RestartPolicy {
    ALWAYS,
    ON_FAILURE,
    NEVER;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MAX_DOUBLINGS = 5;

    static RestartPolicy of(ApiObject pod) {
        return switch (pod.text("spec", "restartPolicy")) {
            case "Never" -> NEVER;
            case "OnFailure" -> ON_FAILURE;
            default -> ALWAYS;
        };
    }

    boolean restartsAfter(int exitCode) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_FAILURE -> exitCode != 0;
            case NEVER -> false;
        };
    }

    /** The first restart comes at once, as a kubelet's does. */
    static Duration pauseAfter(int restarts) {
        if (restarts == 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(restarts - 1, MAX_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
