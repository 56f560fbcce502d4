package io.alcove.apiserver.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is measured of requests. The buckets are upstream's. */
public final class RequestMetrics {

    private static final double NANOS = 1e9;
    private static final int MAX_REMEMBERED = 4096;
    private static final double[] DURATIONS = {
        0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30,
        45, 60
    };
    private static final double[] SLI_DURATIONS = {
        0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60
    };
    private static final double[] SIZES = {1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double[] EVENT_SIZES = {
        1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072
    };
    private static final String[] WITH_CODE = {
        "code",
        "component",
        "dry_run",
        "group",
        "resource",
        "scope",
        "subresource",
        "verb",
        "version"
    };
    private static final String[] WITH_DRY_RUN = {
        "component", "dry_run", "group", "resource", "scope", "subresource", "verb", "version"
    };
    private static final String[] PLACE = {
        "component", "group", "resource", "scope", "subresource", "verb", "version"
    };

    private final Series<Counter> total;
    private final Series<Histogram> durations;
    private final Series<Histogram> sliDurations;
    private final Series<Histogram> sizes;
    private final Series<Gauge> longRunning;
    private final Series<Counter> terminations;
    private final Series<Counter> watchEvents;
    private final Series<Histogram> watchEventSizes;
    private final Map<RequestLabels, Measured> remembered = new ConcurrentHashMap<>();

    public RequestMetrics(Metrics metrics) {
        total =
                metrics.counter(
                        "apiserver_request_total",
                        "Requests by verb, place and answered code.",
                        WITH_CODE);
        durations =
                metrics.histogram(
                        "apiserver_request_duration_seconds",
                        "Seconds from a request's receipt to its answer.",
                        DURATIONS,
                        WITH_DRY_RUN);
        sliDurations =
                metrics.histogram(
                        "apiserver_request_sli_duration_seconds",
                        "Seconds to the answer, less what webhooks and queues took.",
                        SLI_DURATIONS,
                        PLACE);
        sizes =
                metrics.histogram(
                        "apiserver_response_sizes", "Bytes of the answers to reads.", SIZES, PLACE);
        longRunning =
                metrics.gauge(
                        "apiserver_longrunning_requests",
                        "Watches and other requests that go on.",
                        PLACE);
        terminations =
                metrics.counter(
                        "apiserver_request_terminations_total",
                        "Requests that were refused to protect the server.",
                        "code",
                        "component",
                        "group",
                        "resource",
                        "scope",
                        "subresource",
                        "verb",
                        "version");
        watchEvents =
                metrics.counter(
                        "apiserver_watch_events_total",
                        "Events sent to watchers.",
                        "group",
                        "resource",
                        "version");
        watchEventSizes =
                metrics.histogram(
                        "apiserver_watch_events_sizes",
                        "Bytes of events sent to watchers.",
                        EVENT_SIZES,
                        "group",
                        "resource",
                        "version");
    }

    /**
     * @param nanos from receipt to the end of the answer
     * @param protecting of these, what webhooks and queues took
     */
    public void answered(RequestLabels labels, int code, long size, long nanos, long protecting) {
        Measured measured = measured(labels);
        measured.total(code).increment();
        measured.duration.observe(nanos / NANOS);
        if (labels.dryRun().isEmpty()) {
            measured.sliDuration.observe(Math.max(0, nanos - protecting) / NANOS);
        }
        if (labels.isRead()) {
            measured.size().observe((double) size);
        }
    }

    /** To be closed when it ends. */
    public Going goesOn(RequestLabels labels) {
        Gauge gauge = longRunning.of(labels.place());
        gauge.increment();
        return gauge::decrement;
    }

    public void terminated(RequestLabels labels, int code) {
        String[] p = labels.place();
        terminations
                .of(Integer.toString(code), p[0], p[1], p[2], p[3], p[4], p[5], p[6])
                .increment();
    }

    /** What counts the events of one watch. */
    public WatchMeter watch(String group, String resource, String version) {
        return new WatchMeter(
                watchEvents.of(group, resource, version),
                watchEventSizes.of(group, resource, version));
    }

    private Measured measured(RequestLabels labels) {
        Measured known = remembered.get(labels);
        if (known != null) {
            return known;
        }
        Measured made = new Measured(labels);
        if (remembered.size() < MAX_REMEMBERED) {
            remembered.put(labels, made);
        }
        return made;
    }

    /** Ends with the request. */
    public interface Going extends AutoCloseable {
        @Override
        void close();
    }

    /** The meters of one combination of labels, looked up once. */
    private final class Measured {
        private final RequestLabels labels;
        private final Histogram duration;
        private final Histogram sliDuration;
        private final Map<Integer, Counter> totals = new ConcurrentHashMap<>();

        Measured(RequestLabels labels) {
            String[] p = labels.place();
            this.labels = labels;
            this.duration = durations.of(p[0], labels.dryRun(), p[1], p[2], p[3], p[4], p[5], p[6]);
            this.sliDuration = sliDurations.of(p);
        }

        Histogram size() {
            return sizes.of(labels.place());
        }

        Counter total(int code) {
            return totals.computeIfAbsent(code, this::newTotal);
        }

        private Counter newTotal(int code) {
            String[] p = labels.place();
            return total.of(
                    Integer.toString(code),
                    p[0],
                    labels.dryRun(),
                    p[1],
                    p[2],
                    p[3],
                    p[4],
                    p[5],
                    p[6]);
        }
    }
}
