package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PortRules;
import java.util.List;

/** Probes and lifecycle hooks: what is called, and how often. */
final class HandlerRules {

    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
    private static final List<String> OF_PROBE = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> OF_HOOK = List.of("exec", "httpGet", "tcpSocket", "sleep");
    private static final List<String> COUNTS =
            List.of(
                    "initialDelaySeconds",
                    "timeoutSeconds",
                    "periodSeconds",
                    "successThreshold",
                    "failureThreshold");

    private HandlerRules() {}

    /** Of liveness and startup probes, which count one success. */
    static void liveness(Inspection probe, PodScope scope) {
        if (!probe.isPresent()) {
            return;
        }
        probe(probe, scope);
        Inspection threshold = probe.field("successThreshold");
        if (threshold.number() != 1) {
            threshold.invalid(threshold.numberValue(), "must be 1");
        }
    }

    static void readiness(Inspection probe, PodScope scope) {
        if (!probe.isPresent()) {
            return;
        }
        probe(probe, scope);
        Inspection grace = probe.field("terminationGracePeriodSeconds");
        if (grace.isPresent()) {
            grace.invalid("must not be set for readinessProbes");
        }
    }

    private static void probe(Inspection probe, PodScope scope) {
        handler(probe, OF_PROBE, scope);
        for (String count : COUNTS) {
            probe.field(count).nonNegative();
        }
        Inspection grace = probe.field("terminationGracePeriodSeconds");
        if (grace.isPresent() && grace.number() <= 0) {
            grace.invalid("must be greater than 0");
        }
    }

    static void lifecycle(Inspection lifecycle, PodScope scope) {
        for (String hook : List.of("postStart", "preStop")) {
            if (lifecycle.field(hook).isPresent()) {
                handler(lifecycle.field(hook), OF_HOOK, scope);
            }
        }
    }

    private static void handler(Inspection owner, List<String> kinds, PodScope scope) {
        int handlers = 0;
        for (String kind : kinds) {
            Inspection handler = owner.field(kind);
            if (!handler.isPresent()) {
                continue;
            }
            if (handlers > 0) {
                handler.forbidden("may not specify more than 1 handler type");
                continue;
            }
            handlers++;
            switch (kind) {
                case "exec" -> handler.field("command").required();
                case "httpGet" -> httpGet(handler);
                case "sleep" -> sleep(handler, scope);
                default -> PortRules.numberOrName(handler.field("port"));
            }
        }
        if (handlers == 0) {
            owner.missing("must specify a handler type");
        }
    }

    private static void httpGet(Inspection get) {
        get.field("path").required();
        PortRules.numberOrName(get.field("port"));
        get.field("scheme").supports(SCHEMES);
        Inspection headers = get.field("httpHeaders");
        headers.each(
                header -> {
                    String name = header.field("name").text();
                    Names.httpHeaderName(name).forEach(p -> headers.invalid(name, p));
                });
    }

    private static void sleep(Inspection sleep, PodScope scope) {
        long seconds = sleep.field("seconds").number();
        if (scope.gracePeriod().isPresent()
                && (seconds < 0 || seconds > scope.gracePeriod().getAsLong())) {
            sleep.invalid(
                    seconds,
                    "must be non-negative and less than terminationGracePeriodSeconds (%d)"
                            .formatted(scope.gracePeriod().getAsLong()));
        }
    }
}
