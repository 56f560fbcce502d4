package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.queue.WorkQueue;
import io.alcove.syncer.mark.Mark;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Brings both sides of a kind's objects together: what changed on either is planned anew. */
final class SyncLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SyncLoop.class);

    private final KindSync kind;
    private final Caches caches;
    private final StepRunner runner;
    private final WorkQueue<ObjectName> queue;
    private final Map<ObjectName, Long> noticed = new ConcurrentHashMap<>();
    private final List<Thread> workers = new ArrayList<>();

    SyncLoop(KindSync kind, Caches caches, StepRunner runner, int workers, MeterRegistry metrics) {
        this.kind = kind;
        this.caches = caches;
        this.runner = runner;
        String name = kind.virtualResource().resource().resource();
        this.queue = new WorkQueue<>("sync-" + name, metrics);
        for (int i = 0; i < workers; i++) {
            this.workers.add(
                    Thread.ofVirtual().name("sync-" + name + "-" + i).unstarted(this::work));
        }
        caches.of(kind.virtualResource()).onChange(object -> add(object.objectName()));
        caches.of(kind.hostResource()).onChange(this::hostChanged);
    }

    void add(ObjectName virtualName) {
        noticed.putIfAbsent(virtualName, System.nanoTime());
        queue.add(virtualName);
    }

    void start() {
        workers.forEach(Thread::start);
    }

    @Override
    public void close() {
        queue.close();
        workers.forEach(Thread::interrupt);
    }

    private void hostChanged(ApiObject hostObject) {
        Mark.read(hostObject, caches.names())
                .filter(mark -> mark.kind().equals(hostObject.kind()))
                .ifPresent(mark -> add(mark.virtualName()));
    }

    private void work() {
        try {
            for (Optional<ObjectName> next = queue.take(); next.isPresent(); next = queue.take()) {
                reconcile(next.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile(ObjectName name) {
        Long since = noticed.remove(name);
        try {
            SyncPair pair =
                    new SyncPair(
                            name,
                            caches.of(kind.virtualResource()).get(name),
                            caches.hostCopy(kind.hostResource(), name));
            long sinceNanos = since == null ? System.nanoTime() : since;
            settle(name, runner.run(kind, kind.plan(pair), sinceNanos));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "sync failed kind=%s namespace=%s name=%s",
                    kind.virtualResource(),
                    name.namespace(),
                    name.name());
            queue.addRateLimited(name);
        } finally {
            queue.done(name);
        }
    }

    private void settle(ObjectName name, Outcome outcome) {
        switch (outcome) {
            case Outcome.Settled _ -> queue.forget(name);
            case Outcome.Later later -> {
                queue.forget(name);
                queue.addAfter(name, later.delay());
            }
            case Outcome.Failed _ -> queue.addRateLimited(name);
        }
    }
}
