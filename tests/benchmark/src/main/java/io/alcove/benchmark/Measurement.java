package io.alcove.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One run of a row.
 *
 * @param cpuMillis of the server's processes for each request
 */
record Measurement(double requestsPerSecond, double p50Millis, double p99Millis, double cpuMillis) {

    private static final double MILLI = 1e6;

    static Measurement of(Timings timings, long cpuNanos) {
        return new Measurement(
                timings.count() * 1e9 / timings.wholeNanos(),
                timings.percentileNanos(0.5) / MILLI,
                timings.percentileNanos(0.99) / MILLI,
                cpuNanos / MILLI / timings.count());
    }

    static Measurement median(List<Measurement> runs) {
        return new Measurement(
                median(runs, Measurement::requestsPerSecond),
                median(runs, Measurement::p50Millis),
                median(runs, Measurement::p99Millis),
                median(runs, Measurement::cpuMillis));
    }

    private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
