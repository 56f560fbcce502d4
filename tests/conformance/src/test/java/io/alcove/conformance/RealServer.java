package io.alcove.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the real Kubernetes is, which is built once for each machine. */
final class RealServer {

    private static final String DEFAULT_MINOR = "1.36";
    private static final String PREFIX = "kubernetes-";

    private static final Path CACHE =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("ALCOVE_HOST_CACHE"),
                            System.getProperty("user.home") + "/.cache/alcove/host"));

    private RealServer() {}

    /** The version that both servers are of, such as "1.36". */
    static String minor() {
        return Objects.requireNonNullElse(System.getenv("ALCOVE_CONFORMANCE_MINOR"), DEFAULT_MINOR);
    }

    static boolean isDefault() {
        return minor().equals(DEFAULT_MINOR);
    }

    /** Such as "1.36.3": the newest that is built of the minor version. */
    static String version() {
        return directory().getFileName().toString().substring(PREFIX.length());
    }

    static Path directory() {
        String wanted = PREFIX + minor() + ".";
        if (!Files.isDirectory(CACHE)) {
            return CACHE.resolve(wanted + "0");
        }
        try (Stream<Path> built = Files.list(CACHE)) {
            return built.filter(path -> path.getFileName().toString().startsWith(wanted))
                    .max(Comparator.comparingInt(RealServer::patch))
                    .orElse(CACHE.resolve(wanted + "0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int patch(Path directory) {
        String name = directory.getFileName().toString();
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }

    static boolean has(String name) {
        return Files.isExecutable(directory().resolve(name));
    }

    /** Skips the test where there is none, unless this is CI. */
    static void require(String... names) {
        boolean built =
                Arrays.stream(names).allMatch(RealServer::has)
                        && Files.isExecutable(CACHE.resolve("etcd-3.6.16").resolve("etcd"));
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                built || required,
                "no real Kubernetes " + minor() + " here: tests/host/build.sh builds it");
    }
}
