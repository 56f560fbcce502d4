package io.alcove.apiserver.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Goes up and down. */
public final class Gauge implements Metric {

    private final LongAdder level = new LongAdder();

    Gauge() {}

    public void increment() {
        level.increment();
    }

    public void decrement() {
        level.decrement();
    }

    @Override
    public void writeTo(TextFormat text, String name, List<String> labels, List<String> values) {
        text.line(name, labels, values, (double) level.sum());
    }
}
