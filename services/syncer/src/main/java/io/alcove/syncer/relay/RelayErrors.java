package io.alcove.syncer.relay;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.client.channel.StatusTrailer;
import io.alcove.syncer.host.HostUnavailableException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Failures as gRPC carries them: the host's Status in the same trailer as the objects' door. */
final class RelayErrors {

    private RelayErrors() {}

    static StatusRuntimeException of(Exception failure) {
        return switch (failure) {
            case StatusRuntimeException known -> known;
            case StatusException refusal -> StatusTrailer.toGrpc(refusal);
            case HostUnavailableException _ ->
                    Status.UNAVAILABLE
                            .withDescription("the host cluster does not answer")
                            .asRuntimeException();
            default -> Status.INTERNAL.withDescription("relay failed").asRuntimeException();
        };
    }
}
