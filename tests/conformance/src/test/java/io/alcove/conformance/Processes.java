package io.alcove.conformance;

import io.alcove.pki.PkiDirectory;
import io.alcove.pki.TenantPki;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the two servers side by side, and ends what it started. */
final class Processes {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private final Deque<ThrowingRunnable> ends = new ArrayDeque<>();

    private interface ThrowingRunnable {
        void run() throws IOException, InterruptedException;
    }

    TestServer real(Path directory) throws Exception {
        int port = freePorts();
        String script = REPOSITORY.resolve("tests/host/cluster.sh").toString();
        ProcessBuilder up = new ProcessBuilder(script, "up", directory.toString(), "" + port);
        up.environment().put("PARTS", "etcd apiserver");
        up.environment().put("APISERVER_FLAGS", "--token-auth-file=" + tokens(directory));
        ends.push(() -> new ProcessBuilder(script, "down", directory.toString()).start().waitFor());
        File log = directory.resolveSibling("real.log").toFile();
        up.redirectErrorStream(true).redirectOutput(log).start().waitFor(2, TimeUnit.MINUTES);
        return ready(
                TestServer.at(
                        "kube-apiserver",
                        port,
                        directory.resolve("ca.crt"),
                        directory.resolve("admin.crt"),
                        directory.resolve("admin.key")));
    }

    TestServer alcove(Path directory) throws Exception {
        PkiDirectory pki = new PkiDirectory(directory.resolve("pki"));
        List<String> hosts = List.of("localhost", "127.0.0.1");
        pki.complete(TenantPki.of(hosts, hosts, Clock.systemUTC()));
        int port = freePorts();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                REPOSITORY
                                        .resolve(
                                                "services/apiserver/target/quarkus-app/quarkus-run.jar")
                                        .toString(),
                                "--data-dir=" + directory.resolve("data"),
                                "--bind-address=127.0.0.1",
                                "--secure-port=" + port,
                                "--tls-cert-file=" + pki.file("apiserver.crt"),
                                "--tls-private-key-file=" + pki.file("apiserver.key"),
                                "--client-ca-file=" + pki.file("ca.crt"),
                                "--token-auth-file=" + tokens(directory))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("alcove.log").toFile())
                        .start();
        ends.push(
                () -> {
                    process.destroy();
                    process.waitFor();
                });
        return ready(
                TestServer.at(
                        "alcove",
                        port,
                        pki.file("ca.crt"),
                        pki.file("admin.crt"),
                        pki.file("admin.key")));
    }

    private static Path tokens(Path directory) throws IOException {
        return Files.writeString(directory.resolve("tokens.csv"), Caller.TOKENS);
    }

    private static TestServer ready(TestServer server)
            throws InterruptedException, GeneralSecurityException {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (!server.isReady()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(server.name() + " is not ready");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        return server;
    }

    /** A port whose next four are free as well. */
    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = first.getLocalPort();
                if (port < 60_000) {
                    return port;
                }
            }
        }
        throw new IOException("no free ports");
    }

    void endAll() throws Exception {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
