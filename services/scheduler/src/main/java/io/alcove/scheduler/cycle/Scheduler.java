package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.controller.ControllerLoop;
import io.alcove.client.controller.Reconciler;
import io.alcove.client.controller.Result;
import io.alcove.client.event.EventRecorder;
import io.alcove.client.informer.Informers;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.Backoff;
import io.alcove.client.queue.WorkQueue;
import io.alcove.scheduler.framework.PodInfo;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Binds the pods that ask for it by name. Decisions come one by one, bindings side by side. */
public final class Scheduler implements Reconciler<ObjectName>, AutoCloseable {

    private static final GroupVersionResource NODES = new GroupVersionResource("", "v1", "nodes");
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int WORKERS = 8;

    private final Lister pods;
    private final String name;
    private final ClusterCache cache = new ClusterCache();
    private final ReentrantLock deciding = new ReentrantLock();
    private final Parked parked;
    private final PodWriter writer;
    private final EventRecorder events;
    private final AttemptMetrics metrics;
    private final ControllerLoop<ObjectName> loop;

    /**
     * @param informers not started yet
     */
    public Scheduler(
            String name, Informers informers, ApiClient client, EventRecorder events, Clock clock) {
        MeterRegistry registry = client.metrics();
        WorkQueue<ObjectName> queue = new WorkQueue<>("pods", registry, BACKOFF);
        this.name = name;
        this.pods = informers.of(PodWriter.PODS).lister();
        this.parked = new Parked(queue, clock);
        this.writer = new PodWriter(client, clock);
        this.events = events;
        this.metrics = new AttemptMetrics(registry, name, queue, parked);
        this.loop = new ControllerLoop<>("scheduler", WORKERS, queue, this);
        informers.of(PodWriter.PODS).handler(new PodChanges(name, cache, parked, queue));
        informers.of(NODES).handler(new NodeChanges(cache, parked));
    }

    /** Call it once the informers have synced. */
    public void start() {
        loop.start();
    }

    @Override
    public Result reconcile(ObjectName podName) {
        Optional<ApiObject> found = pods.get(podName).filter(p -> PodChanges.waits(p, name));
        if (found.isEmpty()) {
            parked.forget(podName);
            return Result.DONE;
        }
        PodInfo pod = PodInfo.of(found.get());
        if (cache.holds(pod.pod().uid())) {
            return Result.DONE;
        }
        AttemptMetrics.Attempt attempt = metrics.begin();
        try {
            long changes = parked.changes();
            return switch (decide(pod)) {
                case Decision.Bind(String node) -> {
                    bind(pod, node);
                    attempt.ends("scheduled");
                    yield Result.DONE;
                }
                case Decision.Unschedulable(String message) -> {
                    explain(pod.pod(), message);
                    attempt.ends("unschedulable");
                    parked.park(podName, changes);
                    yield Result.after(LONGEST_WAIT);
                }
            };
        } catch (RuntimeException e) {
            attempt.ends("error");
            throw e;
        }
    }

    @Override
    public void close() {
        loop.close();
    }

    private Decision decide(PodInfo pod) {
        deciding.lock();
        try {
            Decision decision = Decision.decide(pod, cache.snapshot());
            if (decision instanceof Decision.Bind(String node)) {
                cache.put(pod, node);
            }
            return decision;
        } finally {
            deciding.unlock();
        }
    }

    private void bind(PodInfo pod, String node) {
        ApiObject object = pod.pod();
        try {
            writer.bind(object, node);
        } catch (RuntimeException e) {
            cache.remove(object.uid());
            parked.retryAll();
            throw e;
        }
        parked.forget(object.objectName());
        events.normal(
                object,
                "Scheduled",
                "Successfully assigned " + object.objectName() + " to " + node);
    }

    private void explain(ApiObject pod, String message) {
        events.warning(pod, "FailedScheduling", message);
        writer.explain(pod, message);
    }
}
