package io.alcove.apiserver.relay;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.GrpcStatus;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A failed call as the client is told of it: the host's own refusal, in which the syncer has hidden
 * the host's names, else what is wrong between here and the host.
 */
final class RelayFailure {

    private static final Logger LOG = Logger.getLogger(RelayFailure.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    private RelayFailure() {}

    static StatusException of(StatusRuntimeException error) {
        Optional<Status> sent = GrpcStatus.sent(error);
        if (sent.isPresent()) {
            return new StatusException(sent.get());
        }
        LOG.warnf(
                "relay call failed code=%s cause=%s",
                error.getStatus().getCode(), error.getStatus().getDescription());
        return new StatusException(unsent(error));
    }

    private static Status unsent(StatusRuntimeException error) {
        return switch (error.getStatus().getCode()) {
            case UNAVAILABLE, CANCELLED, RESOURCE_EXHAUSTED ->
                    again(
                            StatusReason.SERVICE_UNAVAILABLE,
                            "the host cluster cannot be reached: the syncer's relay does not"
                                    + " answer");
            case DEADLINE_EXCEEDED ->
                    again(StatusReason.TIMEOUT, "Timeout: the host cluster did not answer in time");
            case NOT_FOUND ->
                    Status.of(StatusReason.NOT_FOUND, "the host cluster does not have it");
            case UNIMPLEMENTED ->
                    Status.of(
                            StatusReason.NOT_IMPLEMENTED, "the syncer's relay does not carry this");
            case FAILED_PRECONDITION ->
                    Status.of(
                            StatusReason.SERVICE_UNAVAILABLE,
                            "the syncer is not configured for this");
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                    Status.of(
                            StatusReason.INTERNAL_ERROR,
                            "Internal error occurred: the syncer's relay refuses this API server");
            case OK,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    ALREADY_EXISTS,
                    ABORTED,
                    OUT_OF_RANGE,
                    INTERNAL,
                    DATA_LOSS ->
                    Status.of(
                            StatusReason.INTERNAL_ERROR,
                            "Internal error occurred: the syncer's relay failed");
        };
    }

    private static Status again(StatusReason reason, String message) {
        return new Status(
                reason.code(),
                reason.word(),
                message,
                new Status.Details("", "", "", "", List.of(), RETRY_AFTER_SECONDS));
    }
}
