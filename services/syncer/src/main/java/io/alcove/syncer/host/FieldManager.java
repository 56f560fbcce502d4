package io.alcove.syncer.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;

/** Our entry among an object's managed fields: the fields that our last apply set. */
public final class FieldManager {

    public static final String NAME = "alcove-syncer";

    private FieldManager() {}

    /** The fieldsV1 of our applies; empty where we own nothing. */
    public static JsonNode fields(ApiObject hostObject) {
        for (JsonNode entry : hostObject.at("metadata", "managedFields")) {
            if (isOurs(entry)) {
                return entry.path("fieldsV1");
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    static boolean isOurs(JsonNode entry) {
        return entry.path("manager").asText().equals(NAME)
                && entry.path("operation").asText().equals("Apply")
                && entry.path("subresource").asText("").isEmpty();
    }
}
