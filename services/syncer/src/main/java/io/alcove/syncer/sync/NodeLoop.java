package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.client.queue.WorkQueue;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks after virtual nodes as pods, and host nodes where they are known, come and go. */
final class NodeLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(NodeLoop.class);

    /** A node outlives its last pod by this, as the next one often follows. */
    private static final Duration LINGERING = Duration.ofSeconds(30);

    private final NodeUpkeep upkeep;
    private final WorkQueue<String> queue;
    private final Thread worker;

    NodeLoop(Caches caches, NodeUpkeep upkeep, MeterRegistry metrics) {
        this.upkeep = upkeep;
        this.queue = new WorkQueue<>("sync-nodes", metrics);
        this.worker = Thread.ofVirtual().name("sync-nodes").unstarted(this::work);
        caches.of(VirtualResource.PODS).onChange(this::podChanged);
        caches.of(VirtualResource.NODES).onChange(this::nodeChanged);
        if (caches.hostCaches().containsKey(HostResource.NODES)) {
            caches.of(HostResource.NODES).onChange(node -> queue.add(node.name()));
        }
    }

    void start() {
        worker.start();
    }

    @Override
    public void close() {
        queue.close();
        worker.interrupt();
    }

    private void podChanged(ApiObject virtualPod) {
        String node = virtualPod.text("spec", "nodeName");
        if (!node.isEmpty()) {
            queue.addAfter(node, LINGERING);
        }
    }

    private void nodeChanged(ApiObject virtualNode) {
        queue.addAfter(virtualNode.name(), LINGERING);
    }

    private void work() {
        try {
            for (Optional<String> next = queue.take(); next.isPresent(); next = queue.take()) {
                reconcile(next.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile(String node) {
        try {
            upkeep.reconcile(node);
            queue.forget(node);
        } catch (RuntimeException e) {
            LOG.warnf("node not in order name=%s cause=%s", node, e.getMessage());
            queue.addRateLimited(node);
        } finally {
            queue.done(node);
        }
    }
}
