package io.alcove.client.channel;

import io.alcove.apimachinery.status.StatusException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;

/**
 * How a Kubernetes error ends a gRPC call: a code for its HTTP status, and the whole in a trailer.
 */
public final class StatusTrailer {

    private static final Metadata.Key<byte[]> STATUS =
            Metadata.Key.of("alcove-status-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private StatusTrailer() {}

    public static StatusRuntimeException toGrpc(StatusException failure) {
        Metadata trailers = new Metadata();
        trailers.put(STATUS, failure.status().toNode().toString().getBytes(StandardCharsets.UTF_8));
        return code(failure.status().code())
                .withDescription(failure.getMessage())
                .asRuntimeException(trailers);
    }

    private static Status code(int http) {
        return switch (http) {
            case 400, 422 -> Status.INVALID_ARGUMENT;
            case 401 -> Status.UNAUTHENTICATED;
            case 403 -> Status.PERMISSION_DENIED;
            case 404 -> Status.NOT_FOUND;
            case 409 -> Status.ABORTED;
            case 410 -> Status.OUT_OF_RANGE;
            case 429 -> Status.RESOURCE_EXHAUSTED;
            case 501 -> Status.UNIMPLEMENTED;
            case 503 -> Status.UNAVAILABLE;
            case 504 -> Status.DEADLINE_EXCEEDED;
            default -> Status.INTERNAL;
        };
    }
}
