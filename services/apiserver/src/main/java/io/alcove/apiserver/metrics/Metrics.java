package io.alcove.apiserver.metrics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The metrics of a process. Made here and not by a library, for those that are at hand rename what
 * they are given (a suffix, a maximum beside each histogram), and dashboards ask for upstream's
 * names.
 */
public final class Metrics {

    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Family> families = new ConcurrentSkipListMap<>();

    /** What only grows. */
    public Series<Counter> counter(String name, String help, String... labels) {
        return series(new Series<>(name, "counter", help, List.of(labels), Counter::new));
    }

    /** What goes up and down. */
    public Series<Gauge> gauge(String name, String help, String... labels) {
        return series(new Series<>(name, "gauge", help, List.of(labels), Gauge::new));
    }

    /**
     * @param bounds the upper ends of the buckets, ascending
     */
    public Series<Histogram> histogram(
            String name, String help, double[] bounds, String... labels) {
        return series(
                new Series<>(
                        name, "histogram", help, List.of(labels), () -> new Histogram(bounds)));
    }

    /** A value that is asked for when somebody looks. */
    public void observed(String name, String type, String help, DoubleSupplier value) {
        observed(name, type, help, List.of(), () -> Map.of(List.of(), value.getAsDouble()));
    }

    /** Values by those of the labels, asked for when somebody looks. */
    public void observed(
            String name,
            String type,
            String help,
            List<String> labels,
            Supplier<Map<List<String>, Double>> values) {
        families.put(name, new Observed(name, type, help, labels, values));
    }

    /** In Prometheus' text format 0.0.4. */
    public byte[] text() {
        TextFormat text = new TextFormat();
        families.values().forEach(family -> family.writeTo(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T extends Metric> Series<T> series(Series<T> series) {
        families.put(series.name(), series);
        return series;
    }
}
