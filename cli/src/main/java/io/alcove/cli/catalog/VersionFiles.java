package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.facts.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All files of a version, each subject in its folder. */
public final class VersionFiles {

    private static final String LIBRARY =
            "lib/apimachinery/src/main/resources/io/alcove/apimachinery/";
    private static final String SERVER =
            "services/apiserver/src/main/resources/io/alcove/apiserver/";

    /** What a running server tells. */
    private final FactsFolder catalog;

    private final FactsFolder bootstrap;

    /** What only the sources tell, by the names of their folders in what pack.sh wrote. */
    private final Map<String, FactsFolder> fromSources;

    private VersionFiles(Path catalog, Path bootstrap, Path schema, Path protobuf, Path printing) {
        this.catalog = new FactsFolder(catalog);
        this.bootstrap = new FactsFolder(bootstrap);
        this.fromSources =
                Map.of(
                        "schema", new FactsFolder(schema),
                        "protobuf", new FactsFolder(protobuf),
                        "printing", new FactsFolder(printing));
    }

    public static VersionFiles in(Path directory) {
        return new VersionFiles(
                directory.resolve("catalog"),
                directory.resolve("bootstrap"),
                directory.resolve("schema"),
                directory.resolve("protobuf"),
                directory.resolve("printing"));
    }

    public static VersionFiles ofRepository(Path root) {
        Path library = root.resolve(LIBRARY);
        Path server = root.resolve(SERVER);
        return new VersionFiles(
                library.resolve("catalog"),
                server.resolve("bootstrap"),
                library.resolve("schema"),
                library.resolve("protobuf"),
                server.resolve("kinds/printing"));
    }

    /**
     * Writes the files of the version that the server says it is.
     *
     * @param goFacts what only the sources tell; without it those files are not written
     * @return the files
     */
    public List<Path> write(Path kubeconfig, Optional<Path> goFacts) throws IOException {
        List<Path> written = new ArrayList<>();
        String minor;
        try (LiveServer server = LiveServer.of(KubeconfigFile.read(kubeconfig))) {
            JsonNode version = server.get("/version");
            minor = version.path("major").asText() + "." + version.path("minor").asText();
            written.add(catalog.write(minor, PublishedFacts.of(server)));
            written.add(bootstrap.write(minor, BootstrapObjects.of(server)));
        }
        if (goFacts.isPresent()) {
            for (Map.Entry<String, FactsFolder> subject : fromSources.entrySet()) {
                Facts facts = new FactsFolder(goFacts.get().resolve(subject.getKey())).read(minor);
                written.add(subject.getValue().write(minor, facts));
            }
        }
        return written;
    }
}
