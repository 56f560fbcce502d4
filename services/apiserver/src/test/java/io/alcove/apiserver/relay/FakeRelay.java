package io.alcove.apiserver.relay;

import com.google.protobuf.ByteString;
import io.alcove.client.channel.MutualTlsServer;
import io.alcove.pki.PkiDirectory;
import io.alcove.proto.relay.v1.AllocateServiceReply;
import io.alcove.proto.relay.v1.AllocateServiceRequest;
import io.alcove.proto.relay.v1.DescribeTypesReply;
import io.alcove.proto.relay.v1.DescribeTypesRequest;
import io.alcove.proto.relay.v1.LogsChunk;
import io.alcove.proto.relay.v1.LogsRequest;
import io.alcove.proto.relay.v1.OpenApiIndexReply;
import io.alcove.proto.relay.v1.OpenApiIndexRequest;
import io.alcove.proto.relay.v1.RelayGrpc;
import io.alcove.proto.relay.v1.ReleaseServiceReply;
import io.alcove.proto.relay.v1.ReleaseServiceRequest;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** A relay on loopback with the syncer's certificate, which answers as it is told. */
final class FakeRelay extends RelayGrpc.RelayImplBase implements AutoCloseable {

    private static final Context.Key<String> CALLER = Context.key("caller");

    final List<String> callers = new CopyOnWriteArrayList<>();
    final List<AllocateServiceRequest> allocations = new CopyOnWriteArrayList<>();
    final List<ReleaseServiceRequest> releases = new CopyOnWriteArrayList<>();
    final List<LogsRequest> logs = new CopyOnWriteArrayList<>();
    final CountDownLatch hungUp = new CountDownLatch(1);
    final AtomicLong sent = new AtomicLong();

    /** What the next calls fail with, before they succeed. */
    final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    volatile List<String> log = List.of();
    volatile boolean endless;
    private final MutualTlsServer server;

    FakeRelay(PkiDirectory pki, int port) throws IOException {
        this.server =
                MutualTlsServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        new MutualTlsServer.Files(
                                pki.file("syncer.crt"), pki.file("syncer.key"), pki.file("ca.crt")),
                        new Caller(),
                        this);
    }

    int port() {
        return server.port();
    }

    @Override
    public void allocateService(
            AllocateServiceRequest request, StreamObserver<AllocateServiceReply> replies) {
        callers.add(CALLER.get());
        allocations.add(request);
        if (failed(replies)) {
            return;
        }
        replies.onNext(
                AllocateServiceReply.newBuilder()
                        .addClusterIps("10.1.2.3")
                        .addIpFamilies("IPv4")
                        .setIpFamilyPolicy("SingleStack")
                        .build());
        replies.onCompleted();
    }

    @Override
    public void releaseService(
            ReleaseServiceRequest request, StreamObserver<ReleaseServiceReply> replies) {
        releases.add(request);
        replies.onNext(ReleaseServiceReply.getDefaultInstance());
        replies.onCompleted();
    }

    @Override
    public void logs(LogsRequest request, StreamObserver<LogsChunk> replies) {
        logs.add(request);
        if (failed(replies)) {
            return;
        }
        ServerCallStreamObserver<LogsChunk> call = (ServerCallStreamObserver<LogsChunk>) replies;
        call.setOnCancelHandler(hungUp::countDown);
        log.forEach(text -> replies.onNext(chunk(text)));
        if (endless) {
            String text = "x".repeat(32 * 1024);
            call.setOnReadyHandler(
                    () -> {
                        while (call.isReady()) {
                            call.onNext(chunk(text));
                            sent.addAndGet(text.length());
                        }
                    });
        } else if (!request.getFollow()) {
            replies.onCompleted();
        }
    }

    @Override
    public void openApiIndex(
            OpenApiIndexRequest request, StreamObserver<OpenApiIndexReply> replies) {
        if (failed(replies)) {
            return;
        }
        replies.onNext(OpenApiIndexReply.newBuilder().putHashes("apis/apps/v1", "1").build());
        replies.onCompleted();
    }

    @Override
    public void describeTypes(
            DescribeTypesRequest request, StreamObserver<DescribeTypesReply> replies) {
        DescribeTypesReply.Type deployment =
                DescribeTypesReply.Type.newBuilder()
                        .setDescription("runs pods")
                        .putFields("spec", "what is wanted")
                        .build();
        replies.onNext(
                DescribeTypesReply.newBuilder()
                        .putTypes("io.k8s.api.apps.v1.Deployment", deployment)
                        .build());
        replies.onCompleted();
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean failed(StreamObserver<?> replies) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            replies.onError(failure);
        }
        return failure != null;
    }

    private static LogsChunk chunk(String text) {
        return LogsChunk.newBuilder().setData(ByteString.copyFromUtf8(text)).build();
    }

    private static final class Caller implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            try {
                SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
                String name = Objects.requireNonNull(session).getPeerPrincipal().getName();
                return Contexts.interceptCall(
                        Context.current().withValue(CALLER, name), call, headers, next);
            } catch (SSLPeerUnverifiedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
