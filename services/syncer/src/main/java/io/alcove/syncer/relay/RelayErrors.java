package io.alcove.syncer.relay;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.syncer.host.HostUnavailableException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Failures as gRPC carries them: the host's Status in the same trailer as the objects' door. */
final class RelayErrors {

    private static final Metadata.Key<byte[]> STATUS =
            Metadata.Key.of("alcove-status-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private RelayErrors() {}

    static StatusRuntimeException of(Exception failure) {
        return switch (failure) {
            case StatusRuntimeException known -> known;
            case StatusException refusal -> refused(refusal);
            case HostUnavailableException _ ->
                    Status.UNAVAILABLE
                            .withDescription("the host cluster does not answer")
                            .asRuntimeException();
            default -> Status.INTERNAL.withDescription("relay failed").asRuntimeException();
        };
    }

    private static StatusRuntimeException refused(StatusException refusal) {
        Metadata trailers = new Metadata();
        trailers.put(STATUS, ApiObject.of(refusal.status().toNode()).toBytes());
        return code(refusal.status().code())
                .withDescription(refusal.status().message())
                .asRuntimeException(trailers);
    }

    private static Status code(int http) {
        return switch (http) {
            case 400, 422 -> Status.INVALID_ARGUMENT;
            case 401 -> Status.UNAUTHENTICATED;
            case 403 -> Status.PERMISSION_DENIED;
            case 404 -> Status.NOT_FOUND;
            case 409 -> Status.ALREADY_EXISTS;
            case 429 -> Status.RESOURCE_EXHAUSTED;
            case 503 -> Status.UNAVAILABLE;
            case 504 -> Status.DEADLINE_EXCEEDED;
            default -> Status.UNKNOWN;
        };
    }
}
