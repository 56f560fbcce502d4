package io.alcove.syncer.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Map;
import java.util.Set;

/**
 * Whether we still own all that we applied. Whoever else changes or removes one of our fields takes
 * it out of our managed fields, so that a hand on a copy shows without comparing values.
 */
public final class Ownership {

    /** Fields that say which object it is: nobody owns them. */
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

    private Ownership() {}

    public static boolean isWhole(ApiObject hostObject, ApiObject desired) {
        JsonNode fields = FieldManager.fields(hostObject);
        for (Map.Entry<String, JsonNode> field : desired.node().properties()) {
            if (!IDENTITY.contains(field.getKey()) && !field.getKey().equals("metadata")) {
                if (!covers(fields.path("f:" + field.getKey()), field.getValue())) {
                    return false;
                }
            }
        }
        JsonNode metadata = fields.path("f:metadata");
        return covers(metadata.path("f:labels"), desired.at("metadata", "labels"))
                && covers(metadata.path("f:annotations"), desired.at("metadata", "annotations"));
    }

    private static boolean covers(JsonNode fields, JsonNode desired) {
        if (desired.isNull() || (desired.isContainerNode() && desired.isEmpty())) {
            return true;
        }
        if (fields.isMissingNode()) {
            return desired.isMissingNode();
        }
        if (fields.isEmpty()) {
            return true;
        }
        return switch (desired) {
            case ObjectNode object ->
                    object.properties().stream()
                            .allMatch(f -> covers(fields.path("f:" + f.getKey()), f.getValue()));
            case ArrayNode list -> {
                for (JsonNode element : list) {
                    if (!coversElement(fields, element)) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> true;
        };
    }

    private static boolean coversElement(JsonNode fields, JsonNode element) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (AppliedFields.matches(element, field.getKey())) {
                return covers(field.getValue(), element);
            }
        }
        return false;
    }
}
