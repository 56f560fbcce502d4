package io.alcove.apimachinery.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.SchemaLibrary;
import io.alcove.apimachinery.schema.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The packed facts of one Kubernetes version: lines of section, key and JSON, parted by tabs. Only
 * the lines' places are read at first, so that a schema costs nothing until it is used.
 */
final class CatalogFile {

    private final Map<String, Slice> sections = new HashMap<>();
    private final Map<String, Slice> schemas = new LinkedHashMap<>();
    private final Map<String, Slice> goFields = new HashMap<>();
    private final Map<GroupVersionKind, String> kinds = new HashMap<>();

    private CatalogFile(byte[] bytes) {
        for (int start = 0; start < bytes.length; ) {
            int end = indexOf(bytes, '\n', start);
            index(bytes, start, end);
            start = end + 1;
        }
    }

    static CatalogFile open(String minor) {
        try (InputStream in = CatalogFile.class.getResourceAsStream(minor + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("unknown Kubernetes version " + minor);
            }
            return new CatalogFile(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Catalog read() {
        SchemaLibrary library = new SchemaLibrary(schemas, goFields);
        JsonNode columns = section("columns");
        GroupReader reader = new GroupReader(library, kinds, columns);
        return new Catalog(section("version"), reader.read(section("groups")), library, kinds);
    }

    private JsonNode section(String name) {
        Slice slice = sections.get(name);
        if (slice == null) {
            throw new IllegalStateException("the catalog's file has no section " + name);
        }
        return slice.read();
    }

    private void index(byte[] bytes, int start, int end) {
        int firstTab = indexOf(bytes, '\t', start);
        int secondTab = indexOf(bytes, '\t', firstTab + 1);
        String section = text(bytes, start, firstTab);
        String key = text(bytes, firstTab + 1, secondTab);
        Slice json = new Slice(bytes, secondTab + 1, end - secondTab - 1);
        switch (section) {
            case "schema" -> schemas.put(key, json);
            case "go" -> goFields.put(key, json);
            case "kind" -> kinds.put(kindOf(key), text(bytes, secondTab + 1, end));
            default -> sections.put(section, json);
        }
    }

    /** Reads "apps/v1 Deployment". */
    private static GroupVersionKind kindOf(String key) {
        int space = key.indexOf(' ');
        return GroupVersionKind.of(key.substring(0, space), key.substring(space + 1));
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, char wanted, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
