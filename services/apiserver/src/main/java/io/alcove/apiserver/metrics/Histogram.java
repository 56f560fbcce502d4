package io.alcove.apiserver.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How many observations were no greater than each of some bounds, and their sum. */
public final class Histogram implements Metric {

    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    Histogram(double[] bounds) {
        this.bounds = bounds;
        this.counts = new LongAdder[bounds.length + 1];
        Arrays.setAll(counts, _ -> new LongAdder());
    }

    public void observe(double value) {
        int at = Arrays.binarySearch(bounds, value);
        counts[at < 0 ? -at - 1 : at].increment();
        sum.add(value);
    }

    @Override
    public void writeTo(TextFormat text, String name, List<String> labels, List<String> values) {
        List<String> bucketLabels = new ArrayList<>(labels);
        bucketLabels.add("le");
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i].sum();
            List<String> bucket = new ArrayList<>(values);
            bucket.add(i < bounds.length ? TextFormat.number(bounds[i]) : "+Inf");
            text.line(name + "_bucket", bucketLabels, bucket, (double) below);
        }
        text.line(name + "_sum", labels, values, sum.sum());
        text.line(name + "_count", labels, values, (double) below);
    }
}
