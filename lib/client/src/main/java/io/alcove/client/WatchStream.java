package io.alcove.client;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.proto.objects.v1.WatchRequest;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/**
 * Events of one resource in order, none missing and none twice. Read by one thread; any thread may
 * close it. The server's end, the deadline's and {@link #close} all end it with an empty {@link
 * #next}; a failure, such as 410 for a revision that is compacted, is thrown.
 */
public final class WatchStream implements AutoCloseable {

    private final Context.CancellableContext context = Context.current().withCancellation();
    private final Calls calls;
    private final Iterator<io.alcove.proto.objects.v1.WatchEvent> events;

    WatchStream(Calls calls, WatchRequest request, Duration deadline) {
        this.calls = calls;
        this.events = start(request, deadline);
    }

    /** Waits for the next event; empty once the watch is over. */
    public Optional<WatchEvent> next() {
        try {
            return events.hasNext() ? Optional.of(convert(events.next())) : Optional.empty();
        } catch (StatusRuntimeException e) {
            if (isEnd(e)) {
                return Optional.empty();
            }
            throw calls.failed("watch", e);
        }
    }

    @Override
    public void close() {
        context.cancel(null);
    }

    private Iterator<io.alcove.proto.objects.v1.WatchEvent> start(
            WatchRequest request, Duration deadline) {
        Context previous = context.attach();
        try {
            return calls.stub(deadline).watch(request);
        } finally {
            context.detach(previous);
        }
    }

    private boolean isEnd(StatusRuntimeException error) {
        return context.isCancelled()
                || error.getStatus().getCode() == io.grpc.Status.Code.DEADLINE_EXCEEDED;
    }

    private static WatchEvent convert(io.alcove.proto.objects.v1.WatchEvent event) {
        WatchEvent.Type type =
                switch (event.getType()) {
                    case ADDED -> WatchEvent.Type.ADDED;
                    case MODIFIED -> WatchEvent.Type.MODIFIED;
                    case DELETED -> WatchEvent.Type.DELETED;
                    case BOOKMARK -> WatchEvent.Type.BOOKMARK;
                    case TYPE_UNSPECIFIED, UNRECOGNIZED ->
                            throw new IllegalStateException("watch event without a type");
                };
        return new WatchEvent(type, ApiObject.parse(event.getObject().getJson().toByteArray()));
    }
}
