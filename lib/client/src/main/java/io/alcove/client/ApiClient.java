package io.alcove.client;

import io.alcove.apimachinery.object.GroupVersionResource;
import io.grpc.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;

/**
 * The API server as a service of Alcove sees it: its gRPC door, through a channel that is shared
 * and safe for any number of threads. Calls block, so they belong on virtual threads.
 *
 * <p>Every failure is a {@link io.alcove.apimachinery.status.StatusException}: the server's own
 * Status, or one made from the transport's error (503 where nobody answers, 504 after the
 * deadline).
 */
public final class ApiClient {

    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    private final Calls calls;

    private ApiClient(Calls calls) {
        this.calls = calls;
    }

    /** A client without metrics; the field manager is the name its writes are recorded under. */
    public static ApiClient of(Channel channel, String fieldManager) {
        return of(channel, fieldManager, new CompositeMeterRegistry());
    }

    public static ApiClient of(Channel channel, String fieldManager, MeterRegistry metrics) {
        return new ApiClient(new Calls(channel, fieldManager, DEFAULT_DEADLINE, metrics));
    }

    /** The same client with another deadline for each call but watch. */
    public ApiClient withDeadline(Duration deadline) {
        return new ApiClient(calls.withDeadline(deadline));
    }

    public ResourceClient resource(GroupVersionResource resource) {
        return new ResourceClient(calls, resource);
    }

    /** Where the metrics of what is built on this client belong. */
    public MeterRegistry metrics() {
        return calls.metrics();
    }
}
