package io.alcove.simulatednode.service;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.client.ApiClient;
import io.alcove.client.controller.ControllerLoop;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Informer;
import io.alcove.client.informer.Informers;
import io.alcove.client.queue.WorkQueue;
import io.alcove.simulatednode.node.NodeUpkeep;
import io.alcove.simulatednode.node.SimulatedNode;
import io.alcove.simulatednode.pod.PodAddresses;
import io.alcove.simulatednode.pod.PodReconciler;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** All nodes of this process: their heartbeats, and one loop over their pods. */
final class SimulatedNodes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SimulatedNodes.class);
    private static final Duration BEAT_PERIOD = Duration.ofSeconds(10);
    private static final Duration RETRY_PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WORKERS = 8;

    private final List<NodeUpkeep> upkeeps;
    private final Informers informers;
    private final WorkQueue<ObjectName> queue;
    private final ControllerLoop<ObjectName> loop;
    private final List<Thread> threads;
    private volatile boolean registered;
    private volatile boolean running;

    SimulatedNodes(List<SimulatedNode> nodes, ApiClient client, Clock clock) {
        Map<String, SimulatedNode> byName = new HashMap<>();
        Map<String, PodAddresses> addresses = new HashMap<>();
        for (SimulatedNode node : nodes) {
            byName.put(node.name(), node);
            addresses.put(node.name(), new PodAddresses(node.index()));
        }
        upkeeps = nodes.stream().map(n -> upkeep(n, addresses, client, clock)).toList();
        informers = new Informers(client);
        Informer pods = informers.of(PodReconciler.PODS);
        PodReconciler reconciler =
                new PodReconciler(pods.lister(), client, byName, addresses, clock);
        queue = new WorkQueue<>("pods", client.metrics());
        loop = new ControllerLoop<>("pods", WORKERS, queue, reconciler);
        pods.handler(new PodChanges(reconciler, queue));
        threads =
                List.of(
                        Thread.ofVirtual().name("heartbeat").unstarted(this::beat),
                        Thread.ofVirtual().name("pods-start").unstarted(this::startLoop));
    }

    void start() {
        informers.start();
        threads.forEach(Thread::start);
    }

    boolean isReady() {
        return registered && running;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        loop.close();
        informers.close();
    }

    private static NodeUpkeep upkeep(
            SimulatedNode node,
            Map<String, PodAddresses> addresses,
            ApiClient client,
            Clock clock) {
        PodAddresses own = addresses.getOrDefault(node.name(), new PodAddresses(node.index()));
        return new NodeUpkeep(node, own.range(), client, clock);
    }

    /** Pods start once all addresses in use are known. */
    private void startLoop() {
        try {
            while (!informers.awaitSynced(PATIENCE)) {
                LOG.warnf("still reading pods");
            }
            loop.start();
            running = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            while (!Thread.interrupted()) {
                boolean allBeat =
                        upkeeps.stream().filter(SimulatedNodes::tryBeat).count() == upkeeps.size();
                registered |= allBeat;
                Thread.sleep(allBeat ? BEAT_PERIOD : RETRY_PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tryBeat(NodeUpkeep upkeep) {
        try {
            upkeep.beat();
            return true;
        } catch (StatusException e) {
            LOG.warnf("heartbeat failed message=%s", e.getMessage());
            return false;
        }
    }

    private record PodChanges(PodReconciler reconciler, WorkQueue<ObjectName> queue)
            implements ChangeHandler {

        @Override
        public void added(ApiObject pod) {
            reconciler.observe(pod);
            enqueue(pod);
        }

        @Override
        public void updated(ApiObject before, ApiObject after) {
            if (!before.uid().equals(after.uid())) {
                reconciler.forget(before);
            }
            enqueue(after);
        }

        @Override
        public void deleted(ApiObject pod) {
            reconciler.forget(pod);
        }

        private void enqueue(ApiObject pod) {
            if (reconciler.isOurs(pod)) {
                queue.add(pod.objectName());
            }
        }
    }
}
