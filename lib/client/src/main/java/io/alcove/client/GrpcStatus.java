package io.alcove.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the Kubernetes error of a failed call: the server's own Status, else one for the code. */
public final class GrpcStatus {

    private static final Metadata.Key<byte[]> STATUS =
            Metadata.Key.of("alcove-status-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private GrpcStatus() {}

    static StatusException toStatusException(StatusRuntimeException error) {
        return new StatusException(
                sentStatus(error.getTrailers())
                        .orElseGet(() -> Status.of(reason(error), message(error))));
    }

    /** What the other side itself said; empty where the call failed before it could. */
    public static Optional<Status> sent(StatusRuntimeException error) {
        return sentStatus(error.getTrailers());
    }

    private static Optional<Status> sentStatus(@Nullable Metadata trailers) {
        byte[] json = trailers == null ? null : trailers.get(STATUS);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Status.parse(JSON.readTree(json));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String message(StatusRuntimeException error) {
        String description = error.getStatus().getDescription();
        String code = error.getStatus().getCode().name();
        return description == null ? code : code + ": " + description;
    }

    private static StatusReason reason(StatusRuntimeException error) {
        return switch (error.getStatus().getCode()) {
            case INVALID_ARGUMENT -> StatusReason.BAD_REQUEST;
            case NOT_FOUND -> StatusReason.NOT_FOUND;
            case ALREADY_EXISTS -> StatusReason.ALREADY_EXISTS;
            case ABORTED, FAILED_PRECONDITION -> StatusReason.CONFLICT;
            case PERMISSION_DENIED -> StatusReason.FORBIDDEN;
            case UNAUTHENTICATED -> StatusReason.UNAUTHORIZED;
            case OUT_OF_RANGE -> StatusReason.EXPIRED;
            case RESOURCE_EXHAUSTED -> StatusReason.TOO_MANY_REQUESTS;
            case DEADLINE_EXCEEDED -> StatusReason.TIMEOUT;
            case UNAVAILABLE, CANCELLED -> StatusReason.SERVICE_UNAVAILABLE;
            case UNIMPLEMENTED -> StatusReason.NOT_IMPLEMENTED;
            case OK, UNKNOWN, INTERNAL, DATA_LOSS -> StatusReason.INTERNAL_ERROR;
        };
    }
}
