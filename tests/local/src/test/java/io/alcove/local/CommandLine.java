package io.alcove.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code alcove} as a user runs it, for a cluster in a folder of its own. */
final class CommandLine {

    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 300;

    /** What the services of a cluster take beyond the first. */
    private static final int PORTS = 50;

    private final Path directory;
    private final int port;

    CommandLine(Path directory) throws IOException {
        this.directory = directory;
        this.port = freePorts();
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    String up() throws IOException, InterruptedException {
        return run("up", "--port=" + port, "--directory=" + directory);
    }

    String down(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("down", "--directory=" + directory));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** The first events of the tenant, as JSON. */
    List<String> events(int count) throws IOException, InterruptedException {
        String printed =
                run(
                        "events",
                        "--bootstrap-servers=127.0.0.1:" + (port + 3),
                        "--from-beginning",
                        "--limit=" + count,
                        "--output=json");
        return printed.lines().toList();
    }

    /** The processes that the cluster keeps account of, by component. */
    Map<String, ProcessHandle> processes() throws IOException {
        Map<String, ProcessHandle> processes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve("run"))) {
            for (Path file : files.toList()) {
                String entry = Files.readString(file).strip();
                ProcessHandle.of(Long.parseLong(entry.substring(0, entry.indexOf(' '))))
                        .ifPresent(p -> processes.put(file.getFileName().toString(), p));
            }
        }
        return processes;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path cli = REPOSITORY.resolve("cli/target");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dalcove.repository=" + REPOSITORY,
                                "-cp",
                                cli.resolve("lib") + "/*:" + cli.resolve("classes"),
                                "io.alcove.cli.Main"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("alcove", ".err");
        Path output = Files.createTempFile("alcove", ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end of alcove " + String.join(" ", arguments));
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue())
                .as("alcove %s:%n%s%s", arguments[0], said, Files.readString(errors))
                .isZero();
        return said;
    }

    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                // below the range that this machine gives to outgoing connections
                int base = 20_000 + first.getLocalPort() % 10_000;
                if (areFree(base)) {
                    return base;
                }
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean areFree(int base) {
        for (int port = base; port < base + PORTS; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.isBound()).isTrue();
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
