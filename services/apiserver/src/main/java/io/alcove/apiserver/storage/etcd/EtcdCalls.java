package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.StoreException;
import io.alcove.proto.etcd.v3.KVGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Single calls to etcd, with deadlines. A read that met a lost or leaderless member is made again
 * on another one; a write is not, as it may have happened.
 */
final class EtcdCalls {

    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** How long a call waits for a connection where there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** After this no further attempt is made of a read. */
    private static final Duration READ_PATIENCE = Duration.ofSeconds(5);

    private static final int READ_ATTEMPTS = 4;
    private static final String COMPACTED = "required revision has been compacted";

    private final EtcdEndpoints endpoints;

    EtcdCalls(EtcdEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    interface Call<T> {
        T on(KVGrpc.KVBlockingStub kv);
    }

    /** Etcd no longer has the revision that was asked for. */
    static final class CompactedException extends Exception {
        private static final long serialVersionUID = 1;

        CompactedException() {
            super(COMPACTED);
        }
    }

    <T> T write(Call<T> call) {
        ManagedChannel channel = endpoints.choose(PATIENCE);
        try {
            return call.on(stub(channel));
        } catch (StatusRuntimeException e) {
            throw lost(channel, e);
        }
    }

    <T> T read(Call<T> call) throws CompactedException {
        long end = System.nanoTime() + READ_PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            ManagedChannel channel = endpoints.choose(PATIENCE);
            try {
                return call.on(stub(channel));
            } catch (StatusRuntimeException e) {
                if (isCompacted(e)) {
                    throw new CompactedException();
                }
                StoreException failure = lost(channel, e);
                boolean again = e.getStatus().getCode() == Status.Code.UNAVAILABLE;
                if (!again || attempt == READ_ATTEMPTS || System.nanoTime() - end > 0) {
                    throw failure;
                }
            }
        }
    }

    /** A read of the newest state, which no compaction can have taken away. */
    <T> T readNewest(Call<T> call) {
        try {
            return read(call);
        } catch (CompactedException e) {
            throw new StoreException("etcd cannot read its newest revision", e);
        }
    }

    static boolean isCompacted(StatusRuntimeException failure) {
        String text = failure.getStatus().getDescription();
        return text != null && text.contains(COMPACTED);
    }

    private static KVGrpc.KVBlockingStub stub(ManagedChannel channel) {
        return KVGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private StoreException lost(ManagedChannel channel, StatusRuntimeException failure) {
        Status.Code code = failure.getStatus().getCode();
        String text = String.valueOf(failure.getStatus().getDescription());
        String message = "etcd at " + channel.authority() + ": " + text;
        if (code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED) {
            endpoints.avoid(channel);
            return StoreException.unreachable(message, failure);
        }
        return StoreException.answering(text, message, failure);
    }
}
