package io.alcove.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that keeps a {@link TenantPki}, one file for each PEM, readable by its owner alone. */
public final class PkiDirectory {

    private final Path directory;

    public PkiDirectory(Path directory) {
        this.directory = directory;
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Makes what is missing or due, and leaves every other file untouched. */
    public void complete(TenantPki pki) {
        try {
            Files.createDirectories(directory);
            Map<String, String> held = read();
            for (Map.Entry<String, String> pem : pki.complete(held).entrySet()) {
                if (!pem.getValue().equals(held.get(pem.getKey()))) {
                    PrivateFile.write(file(pem.getKey()), pem.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> pems = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pems.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pems;
    }
}
