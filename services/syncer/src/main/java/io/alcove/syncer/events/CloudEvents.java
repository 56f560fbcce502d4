package io.alcove.syncer.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/**
 * Sync records as CloudEvents 1.0 in JSON, with alcove.events.v1.SyncEvent as data by proto3's JSON
 * mapping.
 */
final class CloudEvents {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;

    private final String tenant;
    private final Clock clock;

    CloudEvents(String tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    /** What keeps the events of one object in order: also the Kafka key. */
    static String subject(SyncRecord entry) {
        SyncRecord.Side side = entry.virtualSide();
        return side.resource().group()
                + "/"
                + side.resource().resource()
                + "/"
                + side.name().namespace()
                + "/"
                + side.name().name();
    }

    byte[] encode(SyncRecord entry) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/tenants/" + tenant + "/syncer")
                .put("type", "io.alcove.sync.v1")
                .put("subject", subject(entry))
                .put("time", clock.instant().toString())
                .put("datacontenttype", "application/json")
                .set("data", data(entry));
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode data(SyncRecord entry) {
        ObjectNode data = JSON.createObjectNode();
        data.put("tenant", tenant)
                .put("direction", entry.direction().name())
                .put("operation", entry.operation().name());
        data.set("virtual", side(entry.virtualSide()));
        data.set("host", side(entry.hostSide()));
        data.put("result", entry.result().name());
        putUnlessEmpty(data, "reason", entry.reason());
        putUnlessEmpty(data, "message", entry.message());
        return data.put("latencyMillis", entry.latency().toNanos() / NANOS_PER_MILLI);
    }

    private static ObjectNode side(SyncRecord.Side side) {
        ObjectNode node = JSON.createObjectNode();
        putUnlessEmpty(node, "group", side.resource().group());
        putUnlessEmpty(node, "version", side.resource().version());
        putUnlessEmpty(node, "kind", side.kind().kind());
        putUnlessEmpty(node, "resource", side.resource().resource());
        putUnlessEmpty(node, "namespace", side.name().namespace());
        putUnlessEmpty(node, "name", side.name().name());
        putUnlessEmpty(node, "uid", side.uid());
        putUnlessEmpty(node, "resourceVersion", side.resourceVersion());
        return node;
    }

    private static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
