package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.queue.WorkQueue;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.Mark;
import io.alcove.syncer.translation.EventTranslation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Brings the host's events about copies up to the tenant. */
final class EventLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventLoop.class);
    private static final int MAX_TRIES = 5;

    /** Where the object of an event is found on either side. */
    private record Place(HostResource hostResource, VirtualResource virtualResource) {}

    private static final Map<String, Place> PLACES =
            Map.of(
                    "Pod", new Place(HostResource.PODS, VirtualResource.PODS),
                    "Service", new Place(HostResource.SERVICES, VirtualResource.SERVICES),
                    "Endpoints", new Place(HostResource.ENDPOINTS, VirtualResource.ENDPOINTS),
                    "Secret", new Place(HostResource.SECRETS, VirtualResource.SECRETS),
                    "ConfigMap", new Place(HostResource.CONFIG_MAPS, VirtualResource.CONFIG_MAPS),
                    "PersistentVolumeClaim",
                            new Place(HostResource.CLAIMS, VirtualResource.CLAIMS));

    private final Caches caches;
    private final VirtualClient virtual;
    private final EventTranslation translation;
    private final WorkQueue<ObjectName> queue;
    private final Thread worker;

    EventLoop(Caches caches, VirtualClient virtual, MeterRegistry metrics) {
        this.caches = caches;
        this.virtual = virtual;
        this.translation = new EventTranslation(caches.names());
        this.queue = new WorkQueue<>("sync-events", metrics);
        this.worker = Thread.ofVirtual().name("sync-events").unstarted(this::work);
        caches.of(HostResource.EVENTS).onChange(event -> queue.add(event.objectName()));
    }

    void start() {
        worker.start();
    }

    @Override
    public void close() {
        queue.close();
        worker.interrupt();
    }

    private void work() {
        try {
            for (Optional<ObjectName> next = queue.take(); next.isPresent(); next = queue.take()) {
                ObjectName name = next.get();
                try {
                    bringUp(name);
                    queue.forget(name);
                } catch (RuntimeException e) {
                    failed(name, e);
                } finally {
                    queue.done(name);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringUp(ObjectName hostEventName) {
        Optional<ApiObject> hostEvent = caches.of(HostResource.EVENTS).get(hostEventName);
        Optional<ApiObject> about = hostEvent.flatMap(this::virtualObject);
        if (about.isPresent()) {
            virtual.apply(
                    VirtualResource.EVENTS,
                    translation.virtualEvent(hostEvent.orElseThrow(), about.get()));
        }
    }

    /** The virtual object that the event's host object is the copy of, if it is one. */
    private Optional<ApiObject> virtualObject(ApiObject hostEvent) {
        Place place = PLACES.get(hostEvent.text("involvedObject", "kind"));
        if (place == null) {
            return Optional.empty();
        }
        ObjectName hostName =
                new ObjectName(
                        hostEvent.text("involvedObject", "namespace"),
                        hostEvent.text("involvedObject", "name"));
        return caches.of(place.hostResource())
                .get(hostName)
                .flatMap(hostObject -> Mark.read(hostObject, caches.names()))
                .flatMap(
                        mark ->
                                caches.of(place.virtualResource())
                                        .get(mark.virtualName())
                                        .filter(o -> o.uid().equals(mark.uid())));
    }

    /** An event is not worth more than a few tries, nor any in a namespace that ends. */
    private void failed(ObjectName name, RuntimeException e) {
        boolean isRefused =
                e instanceof StatusException refusal
                        && (refusal.is(StatusReason.FORBIDDEN)
                                || refusal.is(StatusReason.NOT_FOUND)
                                || refusal.is(StatusReason.INVALID));
        if (isRefused || queue.failures(name) >= MAX_TRIES) {
            LOG.warnf("event not brought up name=%s cause=%s", name.name(), e.getMessage());
            queue.forget(name);
        } else {
            queue.addRateLimited(name);
        }
    }
}
