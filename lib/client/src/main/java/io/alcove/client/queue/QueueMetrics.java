package io.alcove.client.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A queue's meters, under client-go's names; guarded by the queue's lock. */
final class QueueMetrics {

    private final Counter adds;
    private final Counter retries;
    private final Timer queueDuration;
    private final Timer workDuration;
    private final Map<Object, Long> started = new HashMap<>();

    QueueMetrics(String name, MeterRegistry registry, Supplier<Number> depth) {
        adds = registry.counter("workqueue_adds_total", "name", name);
        retries = registry.counter("workqueue_retries_total", "name", name);
        queueDuration = registry.timer("workqueue_queue_duration_seconds", "name", name);
        workDuration = registry.timer("workqueue_work_duration_seconds", "name", name);
        Gauge.builder("workqueue_depth", depth).tag("name", name).register(registry);
    }

    void added() {
        adds.increment();
    }

    void retried() {
        retries.increment();
    }

    void started(Object item, long addedNanos, long nowNanos) {
        queueDuration.record(nowNanos - addedNanos, TimeUnit.NANOSECONDS);
        started.put(item, nowNanos);
    }

    void finished(Object item, long nowNanos) {
        Long since = started.remove(item);
        if (since != null) {
            workDuration.record(nowNanos - since, TimeUnit.NANOSECONDS);
        }
    }
}
