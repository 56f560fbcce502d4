package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The scripts of the resources: those that are written out, and every verb for some kinds. */
final class Scripts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> FILES =
            List.of(
                    "writes",
                    "wrong-input",
                    "access",
                    "grants",
                    "patches",
                    "deletes",
                    "lists",
                    "watches",
                    "forms",
                    "paths",
                    "documents",
                    "services",
                    "namespaces");

    private Scripts() {}

    static List<Script> all() throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (String file : FILES) {
            read("scripts/" + file + ".json").forEach(script -> scripts.add(Script.of(script)));
        }
        read("scripts/kinds.json").forEach(kind -> scripts.add(KindScript.of(kind)));
        return scripts;
    }

    /** The first script of a file that the others are not of. */
    static Script named(String file) throws IOException {
        return Script.of(read("scripts/" + file + ".json").path(0));
    }

    /** The scripts whose answers are known to differ. */
    static Set<String> differing() throws IOException {
        Set<String> names = new TreeSet<>();
        read("differences.json").properties().forEach(e -> names.add(e.getKey()));
        String ofMinor = "differences-" + RealServer.minor() + ".json";
        if (Scripts.class.getResource(ofMinor) != null) {
            read(ofMinor).properties().forEach(e -> names.add(e.getKey()));
        }
        return names;
    }

    /** What is known to differ, with the reasons. */
    static Map<String, String> reasons(String resource) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        read(resource).properties().forEach(e -> reasons.put(e.getKey(), e.getValue().asText()));
        return reasons;
    }

    /** JSON with single quotes. */
    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    static JsonNode read(String resource) throws IOException {
        try (InputStream in = Scripts.class.getResourceAsStream(resource)) {
            return JSON.readTree(Objects.requireNonNull(in, resource));
        }
    }
}
