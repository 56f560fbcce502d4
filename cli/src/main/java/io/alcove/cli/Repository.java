package io.alcove.cli;

import io.alcove.cli.local.Layout;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that the launcher was called from. */
final class Repository {

    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("alcove.repository", ".")).toAbsolutePath();
    }

    /**
     * @param directory where the cluster is kept; empty for the repository's own
     */
    static Layout layout(Optional<Path> directory) {
        Path repository = root();
        return new Layout(
                repository,
                directory.map(Path::toAbsolutePath).orElse(repository.resolve(".alcove")));
    }
}
