package io.alcove.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A real Kubernetes of one node on this machine, by the scripts of tests/host. */
final class RealHost implements AutoCloseable {

    static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Path CACHE =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("ALCOVE_HOST_CACHE"),
                            System.getProperty("user.home") + "/.cache/alcove/host"));
    private static final Path KUBECTL = CACHE.resolve("kubernetes-1.36.3/kubectl");
    private static final Path SCRIPT = REPOSITORY.resolve("tests/host/node.sh");
    private static final String NETWORK_NAMESPACE = "/run/netns/alcove-host";
    private static final Duration UP_WITHIN = Duration.ofMinutes(4);

    private final Path directory;

    private RealHost(Path directory) {
        this.directory = directory;
    }

    /** Why there can be none here; empty where there can. */
    static Optional<String> missing() {
        if (!Objects.equals(System.getProperty("user.name"), "root")) {
            return Optional.of("a real host needs root");
        }
        List<Path> needed =
                List.of(
                        KUBECTL,
                        CACHE.resolve("kubernetes-1.36.3/kubelet"),
                        CACHE.resolve("images/coredns.tar"));
        for (Path file : needed) {
            if (!Files.exists(file)) {
                return Optional.of(
                        "no " + file.getFileName() + " here: tests/host/build.sh builds it");
            }
        }
        return Optional.empty();
    }

    /** Starts it with images that are imported into its node. */
    static RealHost up(Path directory, List<Path> images) {
        RealHost host = new RealHost(directory);
        List<String> arguments = new ArrayList<>(List.of("up", directory.toString()));
        images.forEach(image -> arguments.add(image.toString()));
        Command.of(SCRIPT).run(UP_WITHIN, arguments.toArray(String[]::new));
        return host;
    }

    Command kubectl() {
        return Command.of(KUBECTL)
                .with("--kubeconfig", directory.resolve("admin.kubeconfig").toString());
    }

    /** kubectl from within the host's network, where addresses of Services are reached. */
    Command kubectlInside(Path kubeconfig) {
        return inside(KUBECTL.toString(), "--kubeconfig", kubeconfig.toString());
    }

    static Command inside(String... program) {
        return new Command(List.of("nsenter", "--net=" + NETWORK_NAMESPACE)).with(program);
    }

    @Override
    public void close() {
        Command.of(SCRIPT).run(UP_WITHIN, "down", directory.toString());
    }
}
