package io.alcove.apiserver.registry.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Map;

/** Event of the core group and of events.k8s.io, which name the same fields differently. */
final class Events {

    private static final Map<String, String> CORE_NAMES =
            Map.of(
                    "regarding", "involvedObject",
                    "note", "message",
                    "deprecatedSource", "source",
                    "deprecatedFirstTimestamp", "firstTimestamp",
                    "deprecatedLastTimestamp", "lastTimestamp",
                    "deprecatedCount", "count",
                    "reportingController", "reportingComponent");

    private Events() {}

    static void toCore(ApiObject event) {
        event.node().put("apiVersion", "v1");
        CORE_NAMES.forEach((name, core) -> rename(event.node(), name, core));
    }

    static void toEventsGroup(ApiObject event) {
        event.node().put("apiVersion", "events.k8s.io/v1");
        CORE_NAMES.forEach((name, core) -> rename(event.node(), core, name));
    }

    private static void rename(ObjectNode node, String from, String to) {
        JsonNode value = node.remove(from);
        if (value != null) {
            node.set(to, value);
        }
    }
}
