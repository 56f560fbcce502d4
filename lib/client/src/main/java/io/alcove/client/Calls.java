package io.alcove.client;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.proto.objects.v1.ObjectsGrpc;
import io.alcove.proto.objects.v1.ObjectsGrpc.ObjectsBlockingStub;
import io.alcove.proto.objects.v1.WriteOptions;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs one request after the other: deadline, error mapping, retry as the server asks, metrics. */
record Calls(Channel channel, String fieldManager, Duration deadline, MeterRegistry metrics) {

    private static final int MAX_ATTEMPTS = 5;
    private static final int MAX_MESSAGE_BYTES = 32 << 20;

    Calls withDeadline(Duration other) {
        return new Calls(channel, fieldManager, other, metrics);
    }

    /** One unary call; a 429 with Retry-After is obeyed a few times, as client-go does. */
    <T> T unary(String verb, Function<ObjectsBlockingStub, T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                T reply = call.apply(stub(deadline));
                count(verb, 200);
                return reply;
            } catch (StatusRuntimeException e) {
                StatusException failure = failed(verb, e);
                int retryAfterSeconds = failure.status().details().retryAfterSeconds();
                if (attempt == MAX_ATTEMPTS
                        || retryAfterSeconds <= 0
                        || !failure.is(StatusReason.TOO_MANY_REQUESTS)) {
                    throw failure;
                }
                pause(Duration.ofSeconds(retryAfterSeconds), failure);
            }
        }
    }

    ObjectsBlockingStub stub(Duration callDeadline) {
        return ObjectsGrpc.newBlockingStub(channel)
                .withMaxInboundMessageSize(MAX_MESSAGE_BYTES)
                .withDeadlineAfter(callDeadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Counts a failed call and gives what to throw for it. */
    StatusException failed(String verb, StatusRuntimeException error) {
        StatusException failure = GrpcStatus.toStatusException(error);
        count(verb, failure.status().code());
        return failure;
    }

    void count(String verb, int code) {
        metrics.counter(
                        "rest_client_requests_total",
                        "code",
                        Integer.toString(code),
                        "method",
                        verb)
                .increment();
    }

    WriteOptions writeOptions() {
        return WriteOptions.newBuilder().setFieldManager(fieldManager).build();
    }

    private static void pause(Duration pause, StatusException failure) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
