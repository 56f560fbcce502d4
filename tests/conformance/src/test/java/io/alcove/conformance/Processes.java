package io.alcove.conformance;

import io.alcove.pki.PkiDirectory;
import io.alcove.pki.TenantPki;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /**
     * @param controllers whether kube-controller-manager is started as well
     */
    TestServer real(Path directory, boolean controllers) throws Exception {
        int port = freePorts();
        String script = REPOSITORY.resolve("tests/host/cluster.sh").toString();
        ProcessBuilder up = new ProcessBuilder(script, "up", directory.toString(), "" + port);
        up.environment().put("KUBERNETES_VERSION", RealServer.version());
        up.environment().put("PARTS", "etcd apiserver" + (controllers ? " kcm" : ""));
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

    /**
     * @param controllers whether Alcove's controller manager is started as well
     */
    TestServer alcove(Path directory, boolean controllers) throws Exception {
        PkiDirectory pki = new PkiDirectory(directory.resolve("pki"));
        List<String> hosts = List.of("localhost", "127.0.0.1");
        pki.complete(TenantPki.of(hosts, hosts, Clock.systemUTC()));
        int port = freePorts();
        startService(
                "apiserver",
                directory,
                List.of(
                        "--data-dir=" + directory.resolve("data"),
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--kubernetes-version=" + RealServer.minor(),
                        "--tls-cert-file=" + pki.file("apiserver.crt"),
                        "--tls-private-key-file=" + pki.file("apiserver.key"),
                        "--client-ca-file=" + pki.file("ca.crt"),
                        "--service-account-signing-key-file=" + pki.file("sa.key"),
                        "--service-account-key-file=" + pki.file("sa.pub"),
                        "--token-auth-file=" + tokens(directory),
                        "--authorization-mode=Node,RBAC",
                        "--grpc-port=" + (port + 1),
                        "--grpc-tls-cert-file=" + pki.file("apiserver.crt"),
                        "--grpc-tls-private-key-file=" + pki.file("apiserver.key"),
                        "--grpc-client-ca-file=" + pki.file("ca.crt")));
        TestServer server =
                ready(
                        TestServer.at(
                                "alcove",
                                port,
                                pki.file("ca.crt"),
                                pki.file("admin.crt"),
                                pki.file("admin.key")));
        if (controllers) {
            startService(
                    "controller-manager",
                    directory,
                    List.of(
                            "--apiserver=127.0.0.1:" + (port + 1),
                            "--tls-cert-file=" + pki.file("controller-manager.crt"),
                            "--tls-private-key-file=" + pki.file("controller-manager.key"),
                            "--ca-file=" + pki.file("ca.crt"),
                            "--root-ca-file=" + pki.file("ca.crt"),
                            "--kubernetes-version=" + RealServer.minor(),
                            "--leader-elect=false",
                            "--health-port=" + (port + 2)));
        }
        return server;
    }

    private void startService(String name, Path directory, List<String> flags) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                REPOSITORY
                                        .resolve("services/" + name)
                                        .resolve("target/quarkus-app/quarkus-run.jar")
                                        .toString()));
        command.addAll(flags);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve(name + ".log").toFile())
                        .start();
        ends.push(
                () -> {
                    process.destroy();
                    process.waitFor();
                });
    }

    private static Path tokens(Path directory) throws IOException {
        return Files.writeString(directory.resolve("tokens.csv"), Caller.TOKENS);
    }

    private static TestServer ready(TestServer server) throws InterruptedException {
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
