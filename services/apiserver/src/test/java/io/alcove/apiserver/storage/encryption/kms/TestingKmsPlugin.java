package io.alcove.apiserver.storage.encryption.kms;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.encryption.AesGcm;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.proto.kms.v2.DecryptRequest;
import io.alcove.proto.kms.v2.DecryptResponse;
import io.alcove.proto.kms.v2.EncryptRequest;
import io.alcove.proto.kms.v2.EncryptResponse;
import io.alcove.proto.kms.v2.KeyManagementServiceGrpc;
import io.alcove.proto.kms.v2.StatusRequest;
import io.alcove.proto.kms.v2.StatusResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A KMS plugin whose keys are made of their names. */
final class TestingKmsPlugin extends KeyManagementServiceGrpc.KeyManagementServiceImplBase
        implements AutoCloseable {

    private static final byte[] CONTEXT = new byte[0];

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final Server server;
    private volatile String keyId;
    private volatile String health = "ok";
    private final AtomicInteger encryptions = new AtomicInteger();
    private final AtomicInteger decryptions = new AtomicInteger();

    TestingKmsPlugin(Path socket, String keyId) throws IOException {
        this.keyId = keyId;
        this.server =
                NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                        .bossEventLoopGroup(loop)
                        .workerEventLoopGroup(loop)
                        .channelType(NioServerDomainSocketChannel.class)
                        .addService(this)
                        .build()
                        .start();
    }

    void rotateTo(String id) {
        keyId = id;
    }

    void say(String newHealth) {
        health = newHealth;
    }

    int encryptions() {
        return encryptions.get();
    }

    int decryptions() {
        return decryptions.get();
    }

    private static AesGcm key(String id) {
        return new AesGcm(Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), 16));
    }

    @Override
    public void status(StatusRequest request, StreamObserver<StatusResponse> answer) {
        answer.onNext(
                StatusResponse.newBuilder()
                        .setVersion("v2")
                        .setHealthz(health)
                        .setKeyId(keyId)
                        .build());
        answer.onCompleted();
    }

    @Override
    public void encrypt(EncryptRequest request, StreamObserver<EncryptResponse> answer) {
        encryptions.incrementAndGet();
        try {
            byte[] ciphertext = key(keyId).toStorage(request.getPlaintext().toByteArray(), CONTEXT);
            answer.onNext(
                    EncryptResponse.newBuilder()
                            .setCiphertext(ByteString.copyFrom(ciphertext))
                            .setKeyId(keyId)
                            .putAnnotations("kms.alcove.io", ByteString.copyFromUtf8("x"))
                            .build());
            answer.onCompleted();
        } catch (TransformException e) {
            answer.onError(Status.INTERNAL.withCause(e).asException());
        }
    }

    @Override
    public void decrypt(DecryptRequest request, StreamObserver<DecryptResponse> answer) {
        decryptions.incrementAndGet();
        try {
            byte[] plain =
                    key(request.getKeyId())
                            .fromStorage(request.getCiphertext().toByteArray(), CONTEXT)
                            .value();
            answer.onNext(
                    DecryptResponse.newBuilder().setPlaintext(ByteString.copyFrom(plain)).build());
            answer.onCompleted();
        } catch (TransformException e) {
            answer.onError(Status.INVALID_ARGUMENT.withDescription("no such key").asException());
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        var _ = loop.shutdownGracefully();
    }
}
