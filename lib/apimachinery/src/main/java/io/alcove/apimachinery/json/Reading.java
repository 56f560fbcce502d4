package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object read by its schema, with the complaints that only strict validation takes for errors.
 */
record Reading(ObjectNode object, List<String> strict) {

    /** With apiVersion, kind and metadata in front, where stored objects have them. */
    Decoded as(GroupVersionKind kind) {
        return as(kind, List.of());
    }

    /** The same with warnings that the body's format gave before. */
    Decoded as(GroupVersionKind kind, List<String> earlier) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        ordered.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        if (object.has("metadata")) {
            ordered.set("metadata", object.get("metadata"));
        }
        object.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
        List<String> warnings = Stream.concat(earlier.stream(), strict.stream()).toList();
        return new Decoded(ordered, kind, warnings);
    }
}
