package io.alcove.controllermanager.controller;

import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.ApiClient;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.ControllerLoop;
import io.alcove.client.controller.Reconciler;
import io.alcove.client.event.EventRecorder;
import io.alcove.client.informer.Informer;
import io.alcove.client.informer.Informers;
import io.alcove.client.queue.WorkQueue;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * What controllers are made from.
 *
 * @param recorders gives the recorder of a component
 * @param workers how many keys a controller, by name, works on at once
 */
public record ControllerContext(
        ApiClient client,
        Informers informers,
        Function<String, EventRecorder> recorders,
        Map<String, Integer> workers,
        Clock clock) {

    private static final int DEFAULT_WORKERS = 5;

    public ControllerContext {
        workers = Map.copyOf(workers);
    }

    public Informer informer(GroupVersionResource resource) {
        return informers.of(resource);
    }

    public ResourceClient client(GroupVersionResource resource) {
        return client.resource(resource);
    }

    public <K> WorkQueue<K> queue(String name) {
        return new WorkQueue<>(name, client.metrics());
    }

    public EventRecorder recorder(String component) {
        return recorders.apply(component);
    }

    public <K> ControllerLoop<K> loop(String name, WorkQueue<K> queue, Reconciler<K> reconciler) {
        return new ControllerLoop<>(
                name, workers.getOrDefault(name, DEFAULT_WORKERS), queue, reconciler);
    }
}
