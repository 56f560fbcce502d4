package io.alcove.client.event;

import io.alcove.apimachinery.object.ApiObject;

/** Says what happened to an object, for people to read. Never blocks, never fails. */
public interface EventRecorder {

    void record(ApiObject object, EventType type, String reason, String message);

    default void normal(ApiObject object, String reason, String message) {
        record(object, EventType.NORMAL, reason, message);
    }

    default void warning(ApiObject object, String reason, String message) {
        record(object, EventType.WARNING, reason, message);
    }
}
