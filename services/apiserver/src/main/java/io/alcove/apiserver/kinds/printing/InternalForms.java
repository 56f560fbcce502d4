package io.alcove.apiserver.kinds.printing;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.facts.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The fields of the unversioned structs of one version; read when the first one is to be shown. */
final class InternalForms {

    /**
     * @param name in Go
     * @param path in the stored object, by dots; "?" where that has no such field
     * @param form of the value, in the letters of the resource file
     */
    record Field(String name, String path, String form) {}

    private final Supplier<Map<String, Slice>> structs;
    private final Map<String, List<Field>> types = new ConcurrentHashMap<>();

    private InternalForms(Supplier<Map<String, Slice>> structs) {
        this.structs = structs;
    }

    static InternalForms load(String minor) {
        return new InternalForms(() -> Facts.load(InternalForms.class, minor).section("struct"));
    }

    static InternalForms none() {
        return new InternalForms(Map::of);
    }

    List<Field> of(String type) {
        List<Field> known = types.get(type);
        if (known != null) {
            return known;
        }
        structs.get().forEach((name, fields) -> types.put(name, fields(fields.read())));
        return Objects.requireNonNull(types.get(type), type);
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
