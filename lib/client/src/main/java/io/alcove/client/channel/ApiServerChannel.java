package io.alcove.client.channel;

import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The mutual TLS channel to the API server. Certificates are looked at every few seconds and taken
 * for the connections that follow, so a rotation needs no restart; a dead peer is found by
 * keepalive.
 */
public final class ApiServerChannel implements AutoCloseable {

    private static final long RELOAD_SECONDS = 10;
    private static final long KEEPALIVE_SECONDS = 30;
    private static final long KEEPALIVE_TIMEOUT_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    /** gRPC's own pauses between connection attempts grow to two minutes. */
    private static final long RECONNECT_SECONDS = 1;

    private final ManagedChannel channel;
    private final ScheduledExecutorService reloader;

    private ApiServerChannel(ManagedChannel channel, ScheduledExecutorService reloader) {
        this.channel = channel;
        this.reloader = reloader;
        ScheduledFuture<?> _ =
                reloader.scheduleWithFixedDelay(
                        this::reconnect, RECONNECT_SECONDS, RECONNECT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Connects lazily, with the first call.
     *
     * @throws IOException where a file cannot be read or holds no certificate or key
     */
    public static ApiServerChannel open(ApiServerConnection connection) throws IOException {
        ScheduledExecutorService reloader =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("certificate-reload").factory());
        try {
            return new ApiServerChannel(channel(connection, reloader), reloader);
        } catch (GeneralSecurityException e) {
            reloader.shutdownNow();
            throw new IOException("cannot use the certificates of " + connection.address(), e);
        }
    }

    public ManagedChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        reloader.shutdownNow();
        channel.shutdown();
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        channel.shutdownNow();
    }

    /** An API server that is back is found at once. */
    private void reconnect() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
    }

    private static ManagedChannel channel(
            ApiServerConnection connection, ScheduledExecutorService reloader)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        AdvancedTlsX509TrustManager trust =
                AdvancedTlsX509TrustManager.newBuilder()
                        .setVerification(
                                AdvancedTlsX509TrustManager.Verification
                                        .CERTIFICATE_AND_HOST_NAME_VERIFICATION)
                        .build();
        identity.updateIdentityCredentials(
                connection.certificate().toFile(),
                connection.privateKey().toFile(),
                RELOAD_SECONDS,
                TimeUnit.SECONDS,
                reloader);
        trust.updateTrustCredentials(
                connection.authority().toFile(), RELOAD_SECONDS, TimeUnit.SECONDS, reloader);
        return Grpc.newChannelBuilder(
                        connection.address(),
                        TlsChannelCredentials.newBuilder()
                                .keyManager(identity)
                                .trustManager(trust)
                                .build())
                .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
    }
}
