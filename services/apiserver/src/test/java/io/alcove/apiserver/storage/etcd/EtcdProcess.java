package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real etcd of one member, which may be stopped and started again at the same address. */
public final class EtcdProcess implements AutoCloseable {

    private static final Path HOST_CACHE =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("ALCOVE_HOST_CACHE"),
                            System.getProperty("user.home") + "/.cache/alcove/host"));

    private static final Path BINARY = HOST_CACHE.resolve("etcd-3.6.16").resolve("etcd");
    private static final Duration START_DEADLINE = Duration.ofSeconds(30);

    private final Path directory;
    private final List<String> flags;
    private final Optional<Tls> tls;
    private final int clientPort;
    private final int peerPort;
    private Process process;

    /**
     * What etcd shows, and what it wants to be shown.
     *
     * @param clientCertificate of who connects to it
     */
    public record Tls(
            Path authority,
            Path certificate,
            Path privateKey,
            Path clientCertificate,
            Path clientKey) {}

    private EtcdProcess(
            Path directory, List<String> flags, Optional<Tls> tls, int clientPort, int peerPort)
            throws IOException {
        this.directory = directory;
        this.flags = flags;
        this.tls = tls;
        this.clientPort = clientPort;
        this.peerPort = peerPort;
        this.process = launch();
    }

    /** Skips the test where there is no etcd, unless this is CI. */
    public static EtcdProcess start(Path directory, String... flags) throws IOException {
        return start(directory, Optional.empty(), List.of(flags));
    }

    public static EtcdProcess startTls(Path directory, Tls tls) throws IOException {
        return start(
                directory,
                Optional.of(tls),
                List.of(
                        "--cert-file=" + tls.certificate(),
                        "--key-file=" + tls.privateKey(),
                        "--trusted-ca-file=" + tls.authority(),
                        "--client-cert-auth"));
    }

    private static EtcdProcess start(Path directory, Optional<Tls> tls, List<String> flags)
            throws IOException {
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                Files.isExecutable(BINARY) || required,
                "no etcd here: tests/host/build.sh control-plane builds it");
        EtcdProcess etcd = new EtcdProcess(directory, flags, tls, freePort(), freePort());
        etcd.awaitReady();
        return etcd;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(directory);
        String client = address().toString();
        String peer = "http://127.0.0.1:" + peerPort;
        List<String> command =
                new ArrayList<>(
                        List.of(
                                BINARY.toString(),
                                "--data-dir=" + directory.resolve("etcd"),
                                "--listen-client-urls=" + client,
                                "--advertise-client-urls=" + client,
                                "--listen-peer-urls=" + peer,
                                "--initial-advertise-peer-urls=" + peer,
                                "--initial-cluster=default=" + peer,
                                "--log-level=error"));
        command.addAll(flags);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve("etcd.log").toFile()))
                .start();
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_DEADLINE.toNanos();
        while (true) {
            try {
                EtcdStore.open(options("/ready")).close();
                return;
            } catch (StoreException e) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw e;
                }
            }
        }
    }

    public URI address() {
        return URI.create((tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + clientPort);
    }

    public EtcdOptions options(String prefix) {
        return new EtcdOptions(
                List.of(address()),
                tls.map(Tls::authority),
                tls.map(Tls::clientCertificate),
                tls.map(Tls::clientKey),
                prefix);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    public void startAgain() throws IOException {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
