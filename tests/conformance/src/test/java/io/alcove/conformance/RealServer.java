package io.alcove.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Where the real Kubernetes is, which is built once for each machine. */
final class RealServer {

    private static final Path CACHE =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("ALCOVE_HOST_CACHE"),
                            System.getProperty("user.home") + "/.cache/alcove/host"));

    private RealServer() {}

    static Path directory() {
        return CACHE.resolve("kubernetes-1.36.3");
    }

    private static Path binary(String name) {
        return directory().resolve(name);
    }

    /** Skips the test where there is none, unless this is CI. */
    static void require(String... names) {
        boolean built =
                Arrays.stream(names).allMatch(name -> Files.isExecutable(binary(name)))
                        && Files.isExecutable(CACHE.resolve("etcd-3.6.16").resolve("etcd"));
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                built || required,
                "no real Kubernetes here: tests/host/build.sh control-plane builds it");
    }
}
