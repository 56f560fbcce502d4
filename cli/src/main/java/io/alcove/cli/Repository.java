package io.alcove.cli;

import io.alcove.cli.local.Layout;
import java.nio.file.Path;

/** The folder that the launcher was called from. */
final class Repository {

    private Repository() {}

    static Layout layout() {
        return new Layout(Path.of(System.getProperty("alcove.repository", ".")).toAbsolutePath());
    }
}
