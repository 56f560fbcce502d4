package io.alcove.cli.catalog;

import io.alcove.apimachinery.facts.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of one subject are, one for each version. */
record FactsFolder(Path path) {

    private Path file(String minor) {
        return path.resolve(minor + ".tsv");
    }

    boolean has(String minor) {
        return Files.exists(file(minor));
    }

    Facts read(String minor) {
        return Facts.load(this::bytes, minor);
    }

    private byte[] bytes(String minor) {
        try {
            return Files.readAllBytes(file(minor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On top of the version before it, where that is here. */
    Path write(String minor, Facts facts) throws IOException {
        String before = before(minor);
        Files.createDirectories(path);
        return Files.writeString(
                file(minor), has(before) ? facts.text(before, read(before)) : facts.text());
    }

    private static String before(String minor) {
        int dot = minor.indexOf('.');
        return minor.substring(0, dot + 1) + (Integer.parseInt(minor.substring(dot + 1)) - 1);
    }
}
