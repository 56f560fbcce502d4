package io.alcove.apiserver.http;

import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.audit.AuditTrail;
import io.alcove.apiserver.impersonation.Impersonation;
import io.alcove.apiserver.metrics.RequestMetrics;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.AccessFailedException;
import io.alcove.apiserver.pipeline.InFlightLimit;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes every HTTPS request through the pipeline to what answers it. */
public final class RestDoor {

    private static final String DECISION = "authorization.k8s.io/decision";
    private static final String REASON = "authorization.k8s.io/reason";
    private static final Logger LOG = Logger.getLogger(RestDoor.class);

    private final Encodings encodings;
    private final AccessControl access;
    private final Impersonation impersonation;
    private final InFlightLimit limit;
    private final LogEndpoint logs;
    private final ResourceEndpoint resources;
    private final DiscoveryEndpoint discovery;
    private final RequestMeter meter;
    private final RequestAudit audit;
    private final List<PathEndpoint> paths;

    public RestDoor(RestDoorParts parts) {
        this.encodings = new Encodings(parts.kubernetesVersion(), parts.catalog(), parts.cbor());
        this.meter = new RequestMeter(new RequestMetrics(parts.metrics()));
        this.access = parts.access();
        this.impersonation = new Impersonation(parts.access());
        this.limit = parts.limit();
        this.logs = new LogEndpoint(parts.logs());
        ProtobufBodies bodies = new ProtobufBodies(parts.kubernetesVersion());
        this.audit = new RequestAudit(parts.audit(), bodies, Clock.systemUTC());
        this.resources =
                new ResourceEndpoint(
                        parts.catalog(), parts.registry(), bodies, encodings, meter.metrics());
        this.discovery = new DiscoveryEndpoint(parts.discovery(), encodings);
        List<PathEndpoint> endpoints =
                new ArrayList<>(
                        List.of(
                                new HealthEndpoint(parts.checks()),
                                new VersionEndpoint(parts.catalog()),
                                new MetricsEndpoint(parts.metrics()),
                                discovery,
                                new OpenApiEndpoint(parts.openApi())));
        parts.access().documents().forEach(d -> endpoints.add(new DocumentEndpoint(d)));
        this.paths = List.copyOf(endpoints);
    }

    Encodings encodings() {
        return encodings;
    }

    /** Blocks until the answer is given; called on a virtual thread. */
    void handle(Exchange exchange) {
        long start = System.nanoTime();
        Instant received = audit.now();
        try {
            answer(exchange, received);
        } catch (StatusException e) {
            exchange.respond(e.status());
        } catch (AccessFailedException e) {
            exchange.respondText(
                    500,
                    "Internal Server Error: \"%s\": %s\n"
                            .formatted(exchange.uri().replace("&", "&amp;"), e.getMessage()));
        } catch (StoreException e) {
            LOG.errorf(e, "store failed path=%s", exchange.path());
            exchange.respond(e.status());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // whatever it was, nobody is left waiting
            LOG.errorf(e, "request failed path=%s", exchange.path());
            exchange.respond(StatusException.internal("an error on the server").status());
        } finally {
            meter.answered(exchange, System.nanoTime() - start);
            audit.end(exchange, received);
        }
    }

    private UserInfo actingUser(Exchange exchange, UserInfo caller, AuditTrail trail) {
        Optional<UserInfo> other =
                ImpersonationHeaders.read(exchange)
                        .map(wanted -> impersonation.of(caller, wanted, exchange.info()));
        other.ifPresent(trail::impersonates);
        return other.orElse(caller);
    }

    private void authorize(UserInfo user, RequestInfo info, AuditTrail trail) {
        try {
            String reason = access.authorize(user, info);
            trail.annotate(DECISION, "allow");
            trail.annotate(REASON, reason);
        } catch (StatusException e) {
            trail.annotate(DECISION, "forbid");
            trail.annotate(REASON, "");
            throw e;
        }
    }

    private InFlightLimit.Permit enter(Exchange exchange) {
        try {
            return limit.enter(exchange.info());
        } catch (StatusException e) {
            meter.terminated(exchange, e.status().code());
            throw e;
        }
    }

    /** Below what the router knows it answers with a Status, elsewhere with a text. */
    private void notFound(Exchange exchange) {
        if (discovery.isBelow(exchange.path()) || exchange.path().startsWith("/version/")) {
            exchange.respond(ResourceRoute.notFound());
        } else {
            exchange.respondText(404, "404 page not found\n");
        }
    }

    private void answer(Exchange exchange, Instant received) {
        UserInfo caller = access.authenticate(exchange.credentials());
        answer(exchange, caller, audit.begin(exchange, caller, received));
    }

    private void answer(Exchange exchange, UserInfo caller, AuditTrail trail) {
        RequestInfo info = exchange.info();
        UserInfo user = actingUser(exchange, caller, trail);
        try (InFlightLimit.Permit _ = enter(exchange)) {
            authorize(user, info, trail);
            route(
                    exchange,
                    new RequestContext(
                            user,
                            info,
                            exchange.header("User-Agent"),
                            exchange::warn,
                            trail::annotate));
        }
    }

    private void route(Exchange exchange, RequestContext context) {
        if (logs.serves(context)) {
            try (RequestMetrics.Going _ = meter.enter(exchange)) {
                logs.handle(exchange, context);
            }
            return;
        }
        if (context.info().isResourceRequest() && discovery.isBelow(exchange.path())) {
            ResourceType type = resources.route(exchange, context.info());
            try (RequestMetrics.Going _ = meter.enter(exchange)) {
                resources.handle(exchange, context, type);
            }
            return;
        }
        Optional<PathEndpoint> endpoint =
                paths.stream().filter(p -> p.serves(exchange.path())).findFirst();
        if (endpoint.isEmpty()) {
            notFound(exchange);
            return;
        }
        try (RequestMetrics.Going _ = meter.enter(exchange)) {
            endpoint.get().handle(exchange);
        }
    }
}
