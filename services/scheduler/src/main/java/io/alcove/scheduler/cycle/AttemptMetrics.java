package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.queue.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Upstream's metrics of attempts and of pods that wait. */
final class AttemptMetrics {

    private final MeterRegistry registry;
    private final String profile;

    AttemptMetrics(
            MeterRegistry registry, String profile, WorkQueue<ObjectName> queue, Parked parked) {
        this.registry = registry;
        this.profile = profile;
        Gauge.builder("scheduler_pending_pods", queue, WorkQueue::length)
                .tag("queue", "active")
                .register(registry);
        Gauge.builder("scheduler_pending_pods", parked, Parked::size)
                .tag("queue", "unschedulable")
                .register(registry);
    }

    Attempt begin() {
        return new Attempt(Timer.start(registry));
    }

    /** One try to place one pod. */
    final class Attempt {

        private final Timer.Sample sample;

        Attempt(Timer.Sample sample) {
            this.sample = sample;
        }

        void ends(String result) {
            registry.counter(
                            "scheduler_schedule_attempts_total",
                            "result",
                            result,
                            "profile",
                            profile)
                    .increment();
            sample.stop(
                    Timer.builder("scheduler_scheduling_attempt_duration")
                            .tag("result", result)
                            .tag("profile", profile)
                            .publishPercentileHistogram()
                            .register(registry));
        }
    }
}
