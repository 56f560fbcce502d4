package io.alcove.apiserver.http;

import io.alcove.apiserver.metrics.RequestLabels;
import io.alcove.apiserver.metrics.RequestMetrics;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.request.RequestInfo;
import java.util.Optional;

/** Measures requests that reach what answers them; upstream does not count others either. */
final class RequestMeter {

    private final RequestMetrics metrics;

    RequestMeter(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    RequestMetrics metrics() {
        return metrics;
    }

    /** To be called where a request is about to be answered by what it asks for. */
    RequestMetrics.Going enter(Exchange exchange) {
        RequestInfo info = exchange.info();
        RequestLabels labels =
                RequestLabels.of(
                        info,
                        exchange.method(),
                        exchange.contentType().equals(PatchType.APPLY.mediaType()),
                        exchange.query().has("dryRun"));
        exchange.measure(labels);
        return info.isLongRunning() ? metrics.goesOn(labels) : () -> {};
    }

    void answered(Exchange exchange, long nanos) {
        Optional<RequestLabels> labels = exchange.measured();
        if (labels.isPresent()) {
            metrics.answered(labels.get(), exchange.code(), exchange.size(), nanos, 0);
        }
    }

    /** A request that is refused to protect the server. */
    void terminated(Exchange exchange, int code) {
        metrics.terminated(
                RequestLabels.of(exchange.info(), exchange.method(), false, false), code);
    }
}
