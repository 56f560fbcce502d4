package io.alcove.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A shell with kubectl, a kubeconfig of its own and the manifests at hand. */
record Terminal(Path directory) {

    private static final Duration DEADLINE = Duration.ofSeconds(90);

    static Terminal of(TestServer server, Path manifests, Path directory) throws IOException {
        Terminal terminal = new Terminal(directory);
        copy(manifests, directory);
        Files.writeString(
                directory.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: cluster, cluster: {server: "https://127.0.0.1:%d", certificate-authority: %s}}]
                users: [{name: admin, user: {client-certificate: %s, client-key: %s}}]
                contexts: [{name: context, context: {cluster: cluster, user: admin}}]
                current-context: context
                """
                        .formatted(
                                server.port(),
                                server.keys().ca(),
                                server.keys().certificate(),
                                server.keys().key()));
        return terminal;
    }

    /** What the command printed, then how it ended. */
    String run(Command command) throws IOException, InterruptedException {
        File output = directory.resolve("output").toFile();
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command.line());
        shell.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .redirectInput(new File("/dev/null"));
        shell.environment().put("HOME", directory.toString());
        shell.environment().put("KUBECONFIG", directory.resolve("kubeconfig").toString());
        shell.environment().put("KUBECTL_KUBERC", "false");
        shell.environment().merge("PATH", "", (path, _) -> RealServer.directory() + ":" + path);
        Process process = shell.start();
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return "still running after " + DEADLINE;
        }
        return Files.readString(output.toPath(), StandardCharsets.UTF_8)
                + "exit "
                + process.exitValue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
