package io.alcove.benchmark;

import io.alcove.pki.PkiDirectory;
import io.alcove.pki.TenantPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Starts servers, and ends what it started. */
final class Servers implements AutoCloseable {

    static final String ALCOVE = "alcove";
    static final String ETCD = "etcd";
    static final String KINE = "kine";

    private static final Path APPLICATION =
            Path.of("services", "apiserver", "target", "quarkus-app");

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Path repository;
    private final Path directory;
    private final Deque<List<String>> downs = new ArrayDeque<>();
    private final Deque<Process> started = new ArrayDeque<>();

    /**
     * @param directory of the servers' data
     */
    Servers(Path repository, Path directory) {
        this.repository = repository;
        this.directory = directory;
    }

    /**
     * @param name one of the constants, or that of a server that runs already: {@code
     *     name:port:folder of keys:pid}
     */
    Server start(String name, int port) throws IOException, InterruptedException {
        return switch (name) {
            case ALCOVE -> alcove(port);
            case ETCD, KINE -> kubernetes(name, port);
            default -> running(name.split(":", -1));
        };
    }

    private static Server running(String[] parts) throws IOException {
        if (parts.length != 4) {
            throw new IllegalArgumentException("no such server: " + String.join(":", parts));
        }
        return new Server(
                parts[0],
                Endpoint.of(Integer.parseInt(parts[1]), Path.of(parts[2])),
                new Processes(List.of(Long.valueOf(parts[3]))));
    }

    /** kube-apiserver on a store. */
    private Server kubernetes(String store, int port) throws IOException, InterruptedException {
        Path data = directory.resolve(store);
        String script = repository.resolve("tests/host/cluster.sh").toString();
        downs.push(List.of(script, "down", data.toString()));
        ProcessBuilder up = new ProcessBuilder(script, "up", data.toString(), "" + port);
        up.environment().put("PARTS", store + " apiserver");
        int code =
                up.redirectErrorStream(true)
                        .redirectOutput(directory.resolve(store + ".log").toFile())
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("no kube-apiserver on " + store + ": see " + directory);
        }
        return ready(
                new Server(
                        store,
                        Endpoint.of(port, data),
                        new Processes(List.of(pid(data, "apiserver"), pid(data, store)))));
    }

    private static long pid(Path data, String part) throws IOException {
        return Long.parseLong(Files.readString(data.resolve(part + ".pid")).strip());
    }

    /** As an image runs it, with the flags of k8s/base. */
    private Server alcove(int port) throws IOException, InterruptedException {
        Path data = directory.resolve(ALCOVE);
        PkiDirectory pki = new PkiDirectory(data.resolve("pki"));
        pki.complete(TenantPki.of(List.of("127.0.0.1"), List.of("127.0.0.1"), Clock.systemUTC()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaFlags());
        command.add("-jar");
        command.add(APPLICATION.resolve("quarkus-run.jar").toString());
        command.addAll(flags(pki, data, port));
        Process process =
                new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("alcove.log").toFile())
                        .start();
        started.push(process);
        return ready(
                new Server(
                        ALCOVE,
                        Endpoint.of(port, data.resolve("pki")),
                        new Processes(List.of(process.pid()))));
    }

    private List<String> javaFlags() {
        List<String> flags = new ArrayList<>();
        String given = System.getenv("ALCOVE_JAVA_FLAGS");
        if (given != null && !given.isBlank()) {
            flags.addAll(List.of(given.strip().split(" +", -1)));
        }
        Path cache = APPLICATION.resolve("app.aot");
        if (Files.exists(repository.resolve(cache))) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return flags;
    }

    private static List<String> flags(PkiDirectory pki, Path data, int port) {
        return List.of(
                "--data-dir=" + data.resolve("data"),
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--tls-cert-file=" + pki.file("apiserver.crt"),
                "--tls-private-key-file=" + pki.file("apiserver.key"),
                "--client-ca-file=" + pki.file("ca.crt"),
                "--grpc-port=" + (port + 1),
                "--grpc-tls-cert-file=" + pki.file("apiserver.crt"),
                "--grpc-tls-private-key-file=" + pki.file("apiserver.key"),
                "--grpc-client-ca-file=" + pki.file("ca.crt"),
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-signing-key-file=" + pki.file("sa.key"),
                "--service-account-key-file=" + pki.file("sa.pub"),
                "--authorization-mode=RBAC");
    }

    private static Server ready(Server server) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (true) {
            try (Connection connection = new Connection(server.endpoint())) {
                connection.perform(Request.get("/readyz"));
                return server;
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IOException(server.name() + " is not ready", e);
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    @Override
    public void close() throws IOException {
        started.forEach(Process::destroy);
        started.forEach(process -> process.onExit().join());
        for (List<String> down : downs) {
            new ProcessBuilder(down).inheritIO().start().onExit().join();
        }
    }
}
