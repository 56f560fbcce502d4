package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectMetaReader;
import io.alcove.apimachinery.structural.Defaulting;
import io.alcove.apimachinery.structural.EmbeddedResources;
import io.alcove.apimachinery.structural.Pruning;
import io.alcove.apimachinery.structural.StatusCauseException;
import io.alcove.apimachinery.structural.StructuralSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Does to custom resources what reading into a Go struct does to others: unknown fields go, nulls
 * too, metadata gets its canonical form, and defaults come in.
 */
final class Coercion {

    private final ObjectMetaReader metadata;

    Coercion(ObjectMetaReader metadata) {
        this.metadata = metadata;
    }

    /**
     * Changes the object in place.
     *
     * @return the paths of what was dropped
     * @throws DecodeException where metadata holds a value of a wrong type
     */
    List<String> apply(ObjectNode object, StructuralSchema schema) {
        List<String> dropped = new ArrayList<>(readMetadata(object));
        dropped.addAll(prune(object, schema));
        Defaulting.apply(object, schema);
        return dropped;
    }

    List<String> readMetadata(ObjectNode object) {
        JsonNode given = object.get("metadata");
        if (given == null) {
            return List.of();
        }
        ObjectMetaReader.Read read = metadata.read(given);
        object.set("metadata", read.metadata());
        return read.unknownFields().stream().map(field -> "metadata." + field).sorted().toList();
    }

    /** Drops what the schema does not know, and fills in nothing. */
    List<String> prune(ObjectNode object, StructuralSchema schema) {
        List<String> dropped = new ArrayList<>(Pruning.prune(object, schema));
        Defaulting.dropNulls(object, schema);
        try {
            dropped.addAll(EmbeddedResources.coerce(object, schema, metadata));
        } catch (StatusCauseException e) {
            throw new DecodeException(e.reason());
        }
        return dropped;
    }

    /** The same for what was stored: nothing in it is refused any more. */
    void applyToStored(ObjectNode object, StructuralSchema schema) {
        pruneStored(object, schema);
        Defaulting.apply(object, schema);
    }

    void pruneStored(ObjectNode object, StructuralSchema schema) {
        Pruning.prune(object, schema);
        Defaulting.dropNulls(object, schema);
    }
}
