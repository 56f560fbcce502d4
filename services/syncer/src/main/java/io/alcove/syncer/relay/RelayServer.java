package io.alcove.syncer.relay;

import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The relay's listener: mutual TLS, whose files are read again as they change. */
public final class RelayServer implements AutoCloseable {

    private static final String API_SERVER = "system:alcove-apiserver";
    private static final long RELOAD_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;
    private static final int MAX_MESSAGE = 8 << 20;

    private final Server server;
    private final ScheduledExecutorService reloader;
    private final ExecutorService calls;

    private RelayServer(Server server, ScheduledExecutorService reloader, ExecutorService calls) {
        this.server = server;
        this.reloader = reloader;
        this.calls = calls;
    }

    public static RelayServer start(
            int port, RelayService service, Path certificate, Path privateKey, Path authority)
            throws IOException {
        ScheduledExecutorService reloader =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("relay-certificate-reload").factory());
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Server server =
                    Grpc.newServerBuilderForPort(
                                    port, credentials(certificate, privateKey, authority, reloader))
                            .executor(calls)
                            .maxInboundMessageSize(MAX_MESSAGE)
                            .intercept(new CallerCheck(API_SERVER))
                            .addService(service)
                            .build()
                            .start();
            return new RelayServer(server, reloader, calls);
        } catch (GeneralSecurityException e) {
            reloader.shutdownNow();
            calls.shutdownNow();
            throw new IOException("cannot use the relay's certificates", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        reloader.shutdownNow();
        server.shutdown();
        try {
            server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.shutdownNow();
        calls.shutdownNow();
    }

    private static ServerCredentials credentials(
            Path certificate, Path privateKey, Path authority, ScheduledExecutorService reloader)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        identity.updateIdentityCredentials(
                certificate.toFile(),
                privateKey.toFile(),
                RELOAD_SECONDS,
                TimeUnit.SECONDS,
                reloader);
        AdvancedTlsX509TrustManager trust =
                AdvancedTlsX509TrustManager.newBuilder()
                        .setVerification(
                                AdvancedTlsX509TrustManager.Verification
                                        .CERTIFICATE_ONLY_VERIFICATION)
                        .build();
        trust.updateTrustCredentials(
                authority.toFile(), RELOAD_SECONDS, TimeUnit.SECONDS, reloader);
        return TlsServerCredentials.newBuilder()
                .keyManager(identity)
                .trustManager(trust)
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
    }
}
