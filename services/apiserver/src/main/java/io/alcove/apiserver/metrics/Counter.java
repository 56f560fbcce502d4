package io.alcove.apiserver.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Only grows. */
public final class Counter implements Metric {

    private final LongAdder count = new LongAdder();

    Counter() {}

    public void increment() {
        count.increment();
    }

    public void add(long more) {
        count.add(more);
    }

    @Override
    public void writeTo(TextFormat text, String name, List<String> labels, List<String> values) {
        text.line(name, labels, values, (double) count.sum());
    }
}
