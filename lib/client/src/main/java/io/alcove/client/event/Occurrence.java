package io.alcove.client.event;

import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;

/** One thing that happened, before it is known whether it happened already. */
record Occurrence(ApiObject object, EventType type, String reason, String message, Instant time) {

    /** What makes two occurrences one event with a count. */
    String sameKey() {
        return similarKey() + "\n" + message;
    }

    /** What makes occurrences similar: all but the message. */
    String similarKey() {
        return String.join(
                "\n",
                object.apiVersion(),
                object.kind(),
                object.namespace(),
                object.name(),
                object.uid(),
                type.word(),
                reason);
    }

    String objectKey() {
        return String.join("\n", object.kind(), object.namespace(), object.name(), object.uid());
    }

    Occurrence combined() {
        return new Occurrence(
                object, type, reason, "(combined from similar events): " + message, time);
    }
}
