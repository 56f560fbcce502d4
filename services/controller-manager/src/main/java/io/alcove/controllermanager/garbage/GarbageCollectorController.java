package io.alcove.controllermanager.garbage;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.ListQuery;
import io.alcove.client.controller.ControllerLoop;
import io.alcove.client.informer.Informer;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches the metadata of all that can be deleted, then lets the collector work. */
public final class GarbageCollectorController implements Controller {

    private static final Logger LOG = System.getLogger(GarbageCollectorController.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<GroupVersionResource, Informer> informers = new LinkedHashMap<>();
    private final ControllerLoop<String> loop;
    private volatile @Nullable Thread starter;

    private GarbageCollectorController(ControllerContext context, Catalog catalog) {
        Graph graph = new Graph();
        WorkQueue<String> queue = context.queue("garbage-collector-controller");
        for (ResourceType type : catalog.resources()) {
            if (isCollectable(type)) {
                GroupVersionResource resource = type.resource();
                informers.put(
                        resource,
                        new Informer(context.client(resource), ListQuery.all().metadataAlone())
                                .handler(new GraphChanges(resource, graph, queue)));
            }
        }
        GarbageCollector collector =
                new GarbageCollector(
                        graph,
                        new Owners(graph, context.client(), catalog),
                        context.client(),
                        queue);
        loop = context.loop("garbage-collector-controller", queue, collector::reconcile);
    }

    public static Controller create(ControllerContext context, Catalog catalog) {
        return new GarbageCollectorController(context, catalog);
    }

    @Override
    public void start() {
        informers.values().forEach(Informer::start);
        starter = Thread.ofVirtual().name("garbage-collector-start").start(this::startWhenSynced);
    }

    @Override
    public void close() {
        Thread running = starter;
        if (running != null) {
            running.interrupt();
        }
        loop.close();
        informers.values().forEach(Informer::close);
    }

    /**
     * Owners are asked for before anything is deleted, so what cannot be listed holds up nothing.
     */
    private void startWhenSynced() {
        try {
            for (Map.Entry<GroupVersionResource, Informer> entry : informers.entrySet()) {
                if (!entry.getValue().awaitSynced(PATIENCE)) {
                    LOG.log(Level.WARNING, "cannot list resource={0}", entry.getKey());
                }
            }
            loop.start();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Events have owners but no life of their own, and are many. */
    private static boolean isCollectable(ResourceType type) {
        return type.serves("list")
                && type.serves("watch")
                && type.serves("delete")
                && type.resource().equals(type.storage())
                && !type.resource().resource().equals("events");
    }
}
