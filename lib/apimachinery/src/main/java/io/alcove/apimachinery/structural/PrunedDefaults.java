package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Drops from the defaults in a schema what the schema itself does not know. */
public final class PrunedDefaults {

    private PrunedDefaults() {}

    /** In place, in a schema's document. */
    public static void prune(ObjectNode document) {
        JsonNode byDefault = document.get("default");
        if (byDefault instanceof ObjectNode || byDefault instanceof ArrayNode) {
            Pruning.pruneValue(byDefault, StructuralSchema.of(document));
        }
        document.path("properties").forEach(PrunedDefaults::pruneChild);
        pruneChild(document.path("items"));
        pruneChild(document.path("additionalProperties"));
    }

    private static void pruneChild(JsonNode child) {
        if (child instanceof ObjectNode document) {
            prune(document);
        }
    }
}
