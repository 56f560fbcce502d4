package io.alcove.apimachinery.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The facts of one subject and one Kubernetes version: values by section and key, in the order of
 * these. Only the places of the values are read at first, so that one costs nothing until it is
 * used.
 */
public final class Facts {

    private final NavigableMap<String, NavigableMap<String, Slice>> sections = new TreeMap<>();

    /**
     * Reads the file of that version beside the class, over those of the versions that it builds
     * on.
     *
     * @param minor such as "1.36"
     * @throws IllegalArgumentException where there is no such file
     */
    public static Facts load(Class<?> place, String minor) {
        return load(version -> bytes(place, version), minor);
    }

    /** Reads the file of that version, over those of the versions that it builds on. */
    public static Facts load(Function<String, byte[]> files, String minor) {
        Facts facts = new Facts();
        facts.read(files, minor);
        return facts;
    }

    /** Reads a file that builds on no other. */
    public static Facts parse(byte[] file) {
        return load(_ -> file, "");
    }

    private void read(Function<String, byte[]> files, String minor) {
        FactsFile file = FactsFile.read(files.apply(minor));
        file.base().ifPresent(base -> read(files, base));
        file.gone().forEach(this::remove);
        file.changes().forEach(this::put);
    }

    private void remove(FactsFile.Line line) {
        sections.computeIfPresent(
                line.section(),
                (_, values) -> {
                    values.remove(line.key());
                    return values;
                });
    }

    private void put(FactsFile.Line line) {
        put(line.section(), line.key(), line.value());
    }

    public void put(String section, String key, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        put(section, key, new Slice(bytes, 0, bytes.length));
    }

    private void put(String section, String key, Slice value) {
        sections.computeIfAbsent(section, _ -> new TreeMap<>()).put(key, value);
    }

    /** The values of a section by their keys, sorted; none where there is no such section. */
    public Map<String, Slice> section(String name) {
        return Collections.unmodifiableMap(
                sections.getOrDefault(name, Collections.emptyNavigableMap()));
    }

    /** The one value of a section that has no keys. */
    public Slice only(String section) {
        return find(section, "")
                .orElseThrow(() -> new IllegalStateException("no section " + section));
    }

    public Optional<Slice> find(String section, String key) {
        return Optional.ofNullable(section(section).get(key));
    }

    /** The file that holds all of them. */
    public String text() {
        StringBuilder text = new StringBuilder();
        sections.forEach(
                (section, values) ->
                        values.forEach(
                                (key, value) -> FactsFile.write(text, section, key, value.text())));
        return text.toString();
    }

    /** The file that holds them on top of another version's. */
    public String text(String baseMinor, Facts base) {
        StringBuilder text = new StringBuilder();
        FactsFile.write(text, FactsFile.BASE, "", baseMinor);
        base.sections.forEach(
                (section, values) ->
                        values.keySet().stream()
                                .filter(key -> find(section, key).isEmpty())
                                .forEach(
                                        key ->
                                                FactsFile.write(
                                                        text, FactsFile.GONE, section, key)));
        sections.forEach(
                (section, values) ->
                        values.forEach(
                                (key, value) -> {
                                    if (!base.find(section, key)
                                            .filter(value::isSame)
                                            .isPresent()) {
                                        FactsFile.write(text, section, key, value.text());
                                    }
                                }));
        return text.toString();
    }

    private static byte[] bytes(Class<?> place, String minor) {
        try (InputStream in = place.getResourceAsStream(minor + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("unknown Kubernetes version " + minor);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
