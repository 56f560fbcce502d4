package io.alcove.apiserver.storage.encryption.kms;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.encryption.KmsOptions;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.proto.kms.v2.DecryptRequest;
import io.alcove.proto.kms.v2.EncryptRequest;
import io.alcove.proto.kms.v2.EncryptResponse;
import io.alcove.proto.kms.v2.EncryptedObject;
import io.alcove.proto.kms.v2.KeyManagementServiceGrpc;
import io.alcove.proto.kms.v2.StatusRequest;
import io.alcove.proto.kms.v2.StatusResponse;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The calls of one plugin, each with the configured deadline. */
final class KmsPlugin implements AutoCloseable {

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final ManagedChannel channel;
    private final Duration timeout;

    KmsPlugin(KmsOptions options) {
        this.timeout = options.timeout();
        this.channel =
                NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(options.socket()))
                        .eventLoopGroup(loop)
                        .channelFactory(NioDomainSocketChannel::new, UnixDomainSocketAddress.class)
                        .overrideAuthority("localhost")
                        .usePlaintext()
                        .build();
    }

    private KeyManagementServiceGrpc.KeyManagementServiceBlockingStub stub() {
        return KeyManagementServiceGrpc.newBlockingStub(channel)
                .withWaitForReady()
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    StatusResponse status() throws TransformException {
        try {
            return stub().status(StatusRequest.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            throw failure("failed to perform status section of the healthz check", e);
        }
    }

    EncryptResponse encrypt(byte[] seed) throws TransformException {
        try {
            return stub().encrypt(
                            EncryptRequest.newBuilder()
                                    .setPlaintext(ByteString.copyFrom(seed))
                                    .setUid(UUID.randomUUID().toString())
                                    .build());
        } catch (StatusRuntimeException e) {
            throw failure("failed to encrypt DEK", e);
        }
    }

    byte[] decrypt(EncryptedObject object) throws TransformException {
        try {
            return stub().decrypt(
                            DecryptRequest.newBuilder()
                                    .setCiphertext(object.getEncryptedDekSource())
                                    .setUid(UUID.randomUUID().toString())
                                    .setKeyId(object.getKeyId())
                                    .putAllAnnotations(object.getAnnotationsMap())
                                    .build())
                    .getPlaintext()
                    .toByteArray();
        } catch (StatusRuntimeException e) {
            throw failure("failed to decrypt DEK", e);
        }
    }

    private static TransformException failure(String what, StatusRuntimeException failure) {
        io.grpc.Status status = failure.getStatus();
        return new TransformException(
                "%s, error: rpc error: code = %s desc = %s"
                        .formatted(what, status.getCode(), status.getDescription()),
                failure);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        var _ = loop.shutdownGracefully();
    }
}
