package io.alcove.controllermanager.service;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.client.ApiClient;
import io.alcove.client.event.ApiEventRecorder;
import io.alcove.client.informer.Informers;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/** The selected controllers, from their first list to their end. */
final class RunningControllers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RunningControllers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient client;
    private final ControllerSelection selection;
    private final Catalog catalog;
    private final Clock clock;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean running;
    private volatile boolean closed;

    /**
     * @param catalog of what the API server serves
     */
    RunningControllers(
            ApiClient client, ControllerSelection selection, Catalog catalog, Clock clock) {
        this.client = client;
        this.selection = selection;
        this.catalog = catalog;
        this.clock = clock;
    }

    boolean isRunning() {
        return running;
    }

    /** Returns when all of them work, or when closed. */
    void start() {
        Informers informers = new Informers(client);
        List<Controller> controllers = create(informers);
        informers.start();
        try {
            while (!closed && !informers.awaitSynced(PATIENCE)) {
                LOG.warnf("still reading the cluster");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        startAll(controllers);
    }

    @Override
    public synchronized void close() {
        closed = true;
        running = false;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warnf(e, "not closed");
            }
        }
    }

    private synchronized List<Controller> create(Informers informers) {
        parts.push(informers);
        ControllerContext context =
                new ControllerContext(
                        client, informers, this::recorder, selection.workers(), clock);
        List<Controller> controllers = new ArrayList<>();
        for (ControllerName name : selection.names()) {
            Controller controller = selection.create(name, context, catalog);
            parts.push(controller);
            controllers.add(controller);
        }
        return controllers;
    }

    private synchronized void startAll(List<Controller> controllers) {
        if (!closed) {
            controllers.forEach(Controller::start);
            running = true;
            LOG.infof("controllers run names=%s", selection.names());
        }
    }

    private ApiEventRecorder recorder(String component) {
        ApiEventRecorder recorder = new ApiEventRecorder(client, component, clock);
        parts.push(recorder);
        return recorder;
    }
}
