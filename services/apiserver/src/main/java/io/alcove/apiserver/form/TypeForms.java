package io.alcove.apiserver.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Go types of the built-in kinds, by name ("core.v1.Pod"), with the forms of those fields that
 * are more than a plain pointer to a scalar.
 */
public final class TypeForms {

    private final Map<String, String> typesByKind;
    private final Map<String, Map<String, FieldForm>> fieldsByType;

    private TypeForms(
            Map<String, String> typesByKind, Map<String, Map<String, FieldForm>> fieldsByType) {
        this.typesByKind = Map.copyOf(typesByKind);
        this.fieldsByType = Map.copyOf(fieldsByType);
    }

    /** The forms of a Kubernetes minor version ("1.36"). */
    public static TypeForms load(String minor) {
        String file = minor + ".json";
        try (InputStream in = TypeForms.class.getResourceAsStream(file)) {
            return parse(new ObjectMapper().readTree(Objects.requireNonNull(in, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TypeForms parse(JsonNode facts) {
        Map<String, String> kinds = new LinkedHashMap<>();
        facts.path("kinds").properties().forEach(e -> kinds.put(e.getKey(), e.getValue().asText()));
        Map<String, Map<String, FieldForm>> types = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> type : facts.path("types").properties()) {
            Map<String, FieldForm> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : type.getValue().properties()) {
                fields.put(field.getKey(), FieldForm.parse(field.getValue().asText()));
            }
            types.put(type.getKey(), fields);
        }
        return new TypeForms(kinds, types);
    }

    /** The type of a kind; empty for one that is not built in. */
    public Optional<String> typeOf(GroupVersionKind kind) {
        return Optional.ofNullable(typesByKind.get(kind.apiVersion() + " " + kind.kind()));
    }

    public Map<String, FieldForm> fields(String type) {
        return fieldsByType.getOrDefault(type, Map.of());
    }
}
