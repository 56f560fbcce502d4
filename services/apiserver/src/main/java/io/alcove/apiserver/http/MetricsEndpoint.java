package io.alcove.apiserver.http;

import io.alcove.apiserver.metrics.Metrics;

/** /metrics, as Prometheus scrapes it. */
final class MetricsEndpoint implements PathEndpoint {

    private final Metrics metrics;

    MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/metrics");
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.respond(200, Metrics.MEDIA_TYPE, metrics.text());
    }
}
