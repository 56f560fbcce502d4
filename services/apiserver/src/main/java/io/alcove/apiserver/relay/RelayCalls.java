package io.alcove.apiserver.relay;

import io.alcove.proto.relay.v1.RelayGrpc;
import io.alcove.proto.relay.v1.RelayGrpc.RelayBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Single calls to the relay, each of which may be made twice. */
final class RelayCalls {

    private static final int MAX_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ManagedChannel channel;

    RelayCalls(ManagedChannel channel) {
        this.channel = channel;
    }

    /**
     * @param deadline of all attempts together
     * @throws io.alcove.apimachinery.status.StatusException as {@link RelayFailure} says
     */
    <T> T idempotent(Duration deadline, Function<RelayBlockingStub, T> call) {
        RelayBlockingStub stub =
                RelayGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(stub);
            } catch (StatusRuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !isAway(e) || !pause()) {
                    throw RelayFailure.of(e);
                }
                // else a syncer that has just come back would be asked again only in minutes
                channel.resetConnectBackoff();
            }
        }
    }

    private static boolean isAway(StatusRuntimeException e) {
        return e.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
