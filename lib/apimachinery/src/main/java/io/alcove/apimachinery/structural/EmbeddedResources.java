package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectMetaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The resources inside of a resource, whose metadata is read as that of every object. */
public final class EmbeddedResources {

    private final ObjectMetaReader reader;
    private final List<String> unknown = new ArrayList<>();

    private EmbeddedResources(ObjectMetaReader reader) {
        this.reader = reader;
    }

    /**
     * Brings their metadata into canonical form, in place.
     *
     * @return the paths of what was dropped, sorted
     * @throws StatusCauseException naming the field that is of a wrong type
     */
    public static List<String> coerce(
            ObjectNode object, @Nullable StructuralSchema schema, ObjectMetaReader reader) {
        EmbeddedResources resources = new EmbeddedResources(reader);
        each(object, schema, "", resources::coerceOne);
        return resources.unknown.stream().sorted().toList();
    }

    /**
     * @param visit is told the path of each, and the resource
     */
    public static void each(
            JsonNode value,
            @Nullable StructuralSchema schema,
            String path,
            BiConsumer<String, ObjectNode> visit) {
        if (schema == null || !schema.hasEmbeddedResources()) {
            return;
        }
        switch (value) {
            case ObjectNode object -> {
                if (schema.isEmbeddedResource()) {
                    visit.accept(path, object);
                }
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    String name = field.getKey();
                    boolean named = schema.property(name) != null;
                    String below = named ? Paths.child(path, name) : Paths.key(path, name);
                    each(field.getValue(), schema.field(name), below, visit);
                }
            }
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    each(list.get(i), schema.items(), Paths.index(path, i), visit);
                }
            }
            default -> {}
        }
    }

    private void coerceOne(String path, ObjectNode resource) {
        for (String field : List.of("apiVersion", "kind")) {
            JsonNode value = resource.get(field);
            if (value != null && !value.isTextual()) {
                throw new StatusCauseException(Paths.child(path, field), value, "must be a string");
            }
        }
        JsonNode metadata = resource.get("metadata");
        if (metadata == null) {
            return;
        }
        try {
            ObjectMetaReader.Read read = reader.read(metadata);
            String at = Paths.child(path, "metadata");
            read.unknownFields().forEach(field -> unknown.add(at + "." + field));
            resource.set("metadata", read.metadata());
        } catch (DecodeException e) {
            throw new StatusCauseException(Paths.child(path, "metadata"), metadata, e.reason());
        }
    }
}
