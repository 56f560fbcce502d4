package io.alcove.apiserver.durability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A disk that keeps what was synced, and forgets the rest with the power. */
final class PowerLoss {

    private static final String SOURCE = "synced_only.c";

    private final Path synced;
    private final Path library;

    private PowerLoss(Path synced, Path library) {
        this.synced = synced;
        this.library = library;
    }

    /** Skips the test where there is no C compiler, unless this is CI. */
    static PowerLoss prepare(Path directory) throws IOException, InterruptedException {
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        boolean compiler = Files.isExecutable(Path.of("/usr/bin/cc"));
        Assumptions.assumeTrue(compiler || required, "no C compiler here to simulate a power loss");
        Path synced = Files.createDirectories(directory.resolve("synced"));
        Path source = directory.resolve(SOURCE);
        Path library = directory.resolve("synced_only.so");
        try (InputStream in = PowerLoss.class.getResourceAsStream(SOURCE)) {
            Files.copy(Objects.requireNonNull(in), source);
        }
        Process compile =
                new ProcessBuilder(
                                "/usr/bin/cc",
                                "-shared",
                                "-fPIC",
                                "-O1",
                                "-o",
                                library.toString(),
                                source.toString(),
                                "-ldl",
                                "-lpthread")
                        .inheritIO()
                        .start();
        if (compile.waitFor() != 0) {
            throw new AssertionError("the library that simulates a power loss does not compile");
        }
        return new PowerLoss(synced, library);
    }

    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "SYNCED_ONLY", synced.toString());
    }

    /** After the server was killed: its files become what was synced of them. */
    void strike(Path store) throws IOException {
        for (Path file : files(store)) {
            Files.delete(file);
        }
        for (Path file : files(synced)) {
            Files.copy(
                    file, store.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().startsWith("store.db")).toList();
        }
    }
}
