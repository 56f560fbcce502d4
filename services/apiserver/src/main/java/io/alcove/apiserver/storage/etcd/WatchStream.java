package io.alcove.apiserver.storage.etcd;

import com.google.protobuf.ByteString;
import io.alcove.proto.etcd.v3.WatchCreateRequest;
import io.alcove.proto.etcd.v3.WatchGrpc;
import io.alcove.proto.etcd.v3.WatchProgressRequest;
import io.alcove.proto.etcd.v3.WatchRequest;
import io.alcove.proto.etcd.v3.WatchResponse;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One stream of one watch. It ends with its connection, or where its member loses the cluster. */
final class WatchStream implements ClientResponseObserver<WatchRequest, WatchResponse> {

    interface Receiver {
        /** By one thread at a time. */
        void received(WatchResponse response);

        /** Nothing comes after this. */
        void lost(Throwable cause);
    }

    static final WatchStream NONE = new WatchStream(new NoReceiver());

    private static final WatchRequest PROGRESS =
            WatchRequest.newBuilder()
                    .setProgressRequest(WatchProgressRequest.getDefaultInstance())
                    .build();

    private final Receiver receiver;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ClientCallStreamObserver<WatchRequest> requests;
    private boolean ended;

    private WatchStream(Receiver receiver) {
        this.receiver = receiver;
    }

    static WatchStream open(
            ManagedChannel channel,
            ByteString from,
            ByteString to,
            long startRevision,
            Receiver receiver) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("hasleader", Metadata.ASCII_STRING_MARSHALLER), "true");
        WatchStream stream = new WatchStream(receiver);
        WatchGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .watch(stream);
        stream.send(
                WatchRequest.newBuilder()
                        .setCreateRequest(
                                WatchCreateRequest.newBuilder()
                                        .setKey(from)
                                        .setRangeEnd(to)
                                        .setStartRevision(startRevision)
                                        .setProgressNotify(true)
                                        .setFragment(true))
                        .build());
        return stream;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchRequest> requestStream) {
        requests = requestStream;
    }

    void requestProgress() {
        send(PROGRESS);
    }

    private void send(WatchRequest request) {
        lock.lock();
        try {
            if (!ended && requests != null) {
                requests.onNext(request);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onNext(WatchResponse response) {
        receiver.received(response);
    }

    @Override
    public void onError(Throwable failure) {
        if (finish()) {
            receiver.lost(failure);
        }
    }

    @Override
    public void onCompleted() {
        if (finish()) {
            receiver.lost(new IllegalStateException("etcd ended the stream"));
        }
    }

    private boolean finish() {
        lock.lock();
        try {
            boolean first = !ended;
            ended = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** The receiver is not told of it. */
    void cancel() {
        if (finish() && requests != null) {
            requests.cancel("no longer wanted", null);
        }
    }

    private static final class NoReceiver implements Receiver {
        @Override
        public void received(WatchResponse response) {}

        @Override
        public void lost(Throwable cause) {}
    }
}
