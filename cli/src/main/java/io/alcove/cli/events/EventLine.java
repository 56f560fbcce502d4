package io.alcove.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** A sync event's CloudEvent as one line that a person reads. */
public final class EventLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventLine() {}

    /** What is no CloudEvent is said to be so, and no more. */
    public static String of(byte[] cloudEvent) {
        JsonNode event;
        try {
            event = JSON.readTree(cloudEvent);
        } catch (IOException _) {
            return "unreadable event of " + cloudEvent.length + " bytes";
        }
        JsonNode data = event.path("data");
        return "%s  %-4s %-6s %-9s %-45s -> %-45s %6.1f ms%s"
                .formatted(
                        event.path("time").asText(),
                        data.path("direction").asText(),
                        data.path("operation").asText(),
                        data.path("result").asText(),
                        reference(data.path("virtual")),
                        reference(data.path("host")),
                        data.path("latencyMillis").asDouble(),
                        reason(data));
    }

    private static String reference(JsonNode reference) {
        String namespace = reference.path("namespace").asText();
        return reference.path("kind").asText()
                + " "
                + (namespace.isEmpty() ? "" : namespace + "/")
                + reference.path("name").asText();
    }

    private static String reason(JsonNode data) {
        String reason = data.path("reason").asText();
        return reason.isEmpty() ? "" : "  " + reason + ": " + data.path("message").asText();
    }
}
