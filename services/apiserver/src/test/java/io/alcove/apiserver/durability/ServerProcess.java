package io.alcove.apiserver.durability;

import io.alcove.apiserver.TestApiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** An API server in a process of its own, which may be killed and started again at its address. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Path directory;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    private ServerProcess(Path directory, Map<String, String> environment, int port)
            throws IOException {
        this.directory = directory;
        this.environment = environment;
        this.port = port;
        this.process = launch();
    }

    static ServerProcess start(Path directory, Map<String, String> environment) throws IOException {
        return new ServerProcess(directory, environment, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerProcess.class.getName(),
                                directory.toString(),
                                Integer.toString(port))
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("server.log").toFile()));
        builder.environment().putAll(environment);
        Process started = builder.start();
        BufferedReader output = started.inputReader();
        for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            Objects.requireNonNull(line, "the server ended before it was ready");
        }
        return started;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process itself. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        TestApiServer _ = TestApiServer.start(directory, "--secure-port=" + arguments[1]);
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
