package io.alcove.apiserver.kinds.printing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields of the unversioned structs; read when the first one is to be shown. */
final class InternalForms {

    /**
     * @param name in Go
     * @param path in the stored object, by dots; "?" where that has no such field
     * @param form of the value, in the letters of the resource file
     */
    record Field(String name, String path, String form) {}

    private static final class Loaded {
        private static final Map<String, List<Field>> TYPES = load();
    }

    private InternalForms() {}

    static List<Field> of(String type) {
        return Objects.requireNonNull(Loaded.TYPES.get(type), type);
    }

    private static Map<String, List<Field>> load() {
        try (InputStream in = InternalForms.class.getResourceAsStream("1.36.json")) {
            JsonNode facts = new ObjectMapper().readTree(Objects.requireNonNull(in));
            Map<String, List<Field>> types = new HashMap<>();
            facts.properties().forEach(e -> types.put(e.getKey(), fields(e.getValue())));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Field> fields(JsonNode texts) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode text : texts) {
            String[] parts = text.asText().split(" ", -1);
            fields.add(new Field(parts[0], parts[1], parts[2]));
        }
        return List.copyOf(fields);
    }
}
