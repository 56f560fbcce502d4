package io.alcove.client.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ApiClient;
import io.alcove.client.PatchType;
import io.alcove.client.ResourceClient;
import io.micrometer.core.instrument.Counter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Writes core/v1 Events in a thread of its own. What does not fit into its queue is dropped and
 * counted: an event is never worth waiting for.
 */
public final class ApiEventRecorder implements EventRecorder, AutoCloseable {

    private static final Logger LOG = System.getLogger(ApiEventRecorder.class.getName());
    private static final GroupVersionResource EVENTS = new GroupVersionResource("", "v1", "events");
    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");
    private static final int CAPACITY = 1000;

    private final BlockingQueue<Occurrence> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Correlator correlator = new Correlator();
    private final ResourceClient events;
    private final String component;
    private final Clock clock;
    private final Counter discarded;
    private final Thread writer;

    /**
     * @param component who speaks ("deployment-controller")
     */
    public ApiEventRecorder(ApiClient client, String component, Clock clock) {
        this.events = client.resource(EVENTS);
        this.component = component;
        this.clock = clock;
        this.discarded = client.metrics().counter("events_discarded_total", "component", component);
        this.writer = Thread.ofVirtual().name("events-" + component).start(this::write);
    }

    @Override
    public void record(ApiObject object, EventType type, String reason, String message) {
        if (!queue.offer(new Occurrence(object, type, reason, message, clock.instant()))) {
            discarded.increment();
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                correlator.correlate(queue.take()).ifPresent(this::write);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void write(Correlator.Correlated correlated) {
        try {
            if (!correlated.event().name().isEmpty() && patched(correlated)) {
                return;
            }
            ApiObject created = events.create(event(correlated));
            correlated.event().stored(created.name());
        } catch (StatusException e) {
            LOG.log(
                    Level.DEBUG,
                    "event not written reason={0} message={1}",
                    e.status().reason(),
                    e.getMessage());
        }
    }

    private boolean patched(Correlator.Correlated correlated) {
        Occurrence occurrence = correlated.occurrence();
        ObjectNode patch =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("count", correlated.event().count())
                        .put("message", occurrence.message())
                        .put("lastTimestamp", seconds(occurrence.time()));
        try {
            events.patch(
                    new ObjectName(namespace(occurrence), correlated.event().name()),
                    PatchType.MERGE,
                    patch);
            return true;
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
            correlated.event().forgotten();
            return false;
        }
    }

    private ApiObject event(Correlator.Correlated correlated) {
        Occurrence occurrence = correlated.occurrence();
        ApiObject object = occurrence.object();
        Instant time = occurrence.time();
        long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        ApiObject event =
                ApiObject.of(
                        EVENT,
                        new ObjectName(
                                namespace(occurrence),
                                object.name() + "." + Long.toHexString(nanos)));
        event.with("involvedObject")
                .put("kind", object.kind())
                .put("namespace", object.namespace())
                .put("name", object.name())
                .put("uid", object.uid())
                .put("apiVersion", object.apiVersion())
                .put("resourceVersion", object.resourceVersion());
        event.with("source").put("component", component);
        event.node()
                .put("reason", occurrence.reason())
                .put("message", occurrence.message())
                .put("firstTimestamp", seconds(correlated.event().first()))
                .put("lastTimestamp", seconds(time))
                .put("count", correlated.event().count())
                .put("type", occurrence.type().word())
                .put("reportingComponent", component)
                .put("reportingInstance", "");
        return event;
    }

    private static String namespace(Occurrence occurrence) {
        String namespace = occurrence.object().namespace();
        return namespace.isEmpty() ? "default" : namespace;
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
