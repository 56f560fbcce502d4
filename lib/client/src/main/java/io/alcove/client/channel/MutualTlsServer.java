package io.alcove.client.channel;

import io.grpc.BindableService;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A gRPC listener that takes only callers whose certificate the authority signed. Its files are
 * read again as they change, so a rotation needs no restart. Each call runs on a virtual thread.
 */
public final class MutualTlsServer implements AutoCloseable {

    private static final long RELOAD_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;
    private static final int MAX_MESSAGE = 8 << 20;

    private final io.grpc.Server server;
    private final ScheduledExecutorService reloader;
    private final ExecutorService calls;

    private MutualTlsServer(
            io.grpc.Server server, ScheduledExecutorService reloader, ExecutorService calls) {
        this.server = server;
        this.reloader = reloader;
        this.calls = calls;
    }

    /** The files of a listener: its certificate, its key, and the authority of its callers. */
    public record Files(Path certificate, Path privateKey, Path authority) {}

    /**
     * @throws IOException where the port is taken, or a file cannot be used
     */
    public static MutualTlsServer start(
            InetSocketAddress address,
            Files files,
            ServerInterceptor interceptor,
            BindableService service)
            throws IOException {
        ScheduledExecutorService reloader =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("certificate-reload").factory());
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        try {
            io.grpc.Server server =
                    NettyServerBuilder.forAddress(address, credentials(files, reloader))
                            .executor(calls)
                            .maxInboundMessageSize(MAX_MESSAGE)
                            .permitKeepAliveTime(5, TimeUnit.SECONDS)
                            .permitKeepAliveWithoutCalls(true)
                            .intercept(interceptor)
                            .addService(service)
                            .build()
                            .start();
            return new MutualTlsServer(server, reloader, calls);
        } catch (GeneralSecurityException | IOException e) {
            reloader.shutdownNow();
            calls.shutdownNow();
            throw new IOException("cannot listen for gRPC on " + address, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Calls that are under way go on. */
    public void refuseMore() {
        server.shutdown();
    }

    @Override
    public void close() {
        reloader.shutdownNow();
        server.shutdown();
        try {
            if (!server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            server.shutdownNow();
        }
        calls.shutdownNow();
    }

    private static ServerCredentials credentials(Files files, ScheduledExecutorService reloader)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        identity.updateIdentityCredentials(
                files.certificate().toFile(),
                files.privateKey().toFile(),
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
                files.authority().toFile(), RELOAD_SECONDS, TimeUnit.SECONDS, reloader);
        return TlsServerCredentials.newBuilder()
                .keyManager(identity)
                .trustManager(trust)
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build();
    }
}
