package io.alcove.dns.resolve;

import io.alcove.dns.wire.RecordType;
import io.alcove.dns.wire.ResponseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** CoreDNS's metrics, with the labels that it has under kubeadm's configuration. */
public final class ResolverMetrics {

    private static final int BUCKETS = 16;
    private static final Duration FIRST_BUCKET = Duration.ofNanos(250_000);

    private final MeterRegistry registry;
    private final Tags server;
    private final Timer duration;
    private final Map<Asked, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Answered, Counter> responses = new ConcurrentHashMap<>();

    private record Asked(Client client, String type) {}

    private record Answered(Source source, ResponseCode code) {}

    /**
     * @param port that the server listens on
     */
    public ResolverMetrics(MeterRegistry registry, int port) {
        this.registry = registry;
        server = Tags.of("server", "dns://:" + port, "zone", ".", "view", "");
        duration =
                Timer.builder("coredns_dns_request_duration")
                        .tags(server)
                        .serviceLevelObjectives(
                                IntStream.range(0, BUCKETS)
                                        .mapToObj(i -> FIRST_BUCKET.multipliedBy(1L << i))
                                        .toArray(Duration[]::new))
                        .register(registry);
    }

    void asked(Client client, int type) {
        requests.computeIfAbsent(new Asked(client, RecordType.label(type)), this::counter)
                .increment();
    }

    /**
     * @param startNanos when the question came, by {@link System#nanoTime}
     */
    void answered(Source source, ResponseCode code, long startNanos) {
        responses.computeIfAbsent(new Answered(source, code), this::counter).increment();
        duration.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    private Counter counter(Asked asked) {
        return registry.counter(
                "coredns_dns_requests_total",
                server.and(
                        "proto",
                        asked.client().transport().label(),
                        "family",
                        asked.client().isV4() ? "1" : "2",
                        "type",
                        asked.type()));
    }

    private Counter counter(Answered answered) {
        return registry.counter(
                "coredns_dns_responses_total",
                server.and("rcode", answered.code().name(), "plugin", answered.source().plugin()));
    }
}
