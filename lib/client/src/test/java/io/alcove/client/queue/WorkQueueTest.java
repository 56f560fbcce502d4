package io.alcove.client.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final WorkQueue<String> queue =
            new WorkQueue<>("test", metrics, WorkQueue.DEFAULT_BACKOFF, 10, nanos::get);

    @Test
    void handsAnItemOutOnceHoweverOftenItIsAdded() {
        queue.add("a");
        queue.add("a");

        assertThat(queue.poll()).contains("a");
        assertThat(queue.poll()).isEmpty();
        assertThat(metrics.counter("workqueue_adds_total", "name", "test").count()).isEqualTo(1);
    }

    @Test
    void keepsAnItemBackWhileAWorkerHasIt() {
        queue.add("a");
        queue.poll();
        queue.add("a");

        assertThat(queue.poll()).isEmpty();
        queue.done("a");
        assertThat(queue.poll()).contains("a");
    }

    @Test
    void takesHigherPrioritiesFirst() {
        queue.add("low", -1);
        queue.add("normal");
        queue.add("urgent", 10);
        queue.add("low", 5);

        assertThat(queue.poll()).contains("urgent");
        assertThat(queue.poll()).contains("low");
        assertThat(queue.poll()).contains("normal");
    }

    @Test
    void waitsForTheFirstOfSeveralDelays() {
        queue.addAfter("a", Duration.ofSeconds(9));
        queue.addAfter("a", Duration.ofSeconds(1));
        queue.addAfter("a", Duration.ofSeconds(5));

        assertThat(queue.poll()).isEmpty();
        advance(Duration.ofSeconds(1));
        assertThat(queue.poll()).contains("a");
        queue.done("a");
        advance(Duration.ofSeconds(10));
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void doublesThePauseUntilForgotten() {
        queue.addRateLimited("a");
        advance(Duration.ofMillis(5));
        assertThat(queue.poll()).contains("a");
        queue.addRateLimited("a");
        queue.done("a");

        advance(Duration.ofMillis(5));
        assertThat(queue.poll()).isEmpty();
        advance(Duration.ofMillis(5));
        assertThat(queue.poll()).contains("a");
        assertThat(queue.failures("a")).isEqualTo(2);
        queue.forget("a");
        assertThat(queue.failures("a")).isZero();
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
