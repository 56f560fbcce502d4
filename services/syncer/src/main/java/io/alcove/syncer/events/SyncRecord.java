package io.alcove.syncer.events;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import java.time.Duration;

/**
 * One step of sync and how it ended, before it is an event.
 *
 * @param latency from the change that was noticed to the acknowledged write
 */
public record SyncRecord(
        Direction direction,
        Operation operation,
        Side virtualSide,
        Side hostSide,
        Result result,
        String reason,
        String message,
        Duration latency) {

    public enum Direction {
        DOWN,
        UP
    }

    public enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        STATUS,
        BIND
    }

    public enum Result {
        SUCCEEDED,
        RETRIED,
        FAILED
    }

    /** The object on one side; resourceVersion is the one after the step. */
    public record Side(
            GroupVersionKind kind,
            GroupVersionResource resource,
            ObjectName name,
            String uid,
            String resourceVersion) {}
}
