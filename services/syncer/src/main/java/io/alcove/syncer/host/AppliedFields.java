package io.alcove.syncer.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Map;

/**
 * What we last applied, read back from the host: the object cut down to the fields that its managed
 * fields say are ours. So nothing else has to remember it over a restart.
 */
public final class AppliedFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AppliedFields() {}

    public static ApiObject of(ApiObject hostObject) {
        JsonNode cut = cut(hostObject.node(), FieldManager.fields(hostObject));
        return ApiObject.of(
                cut instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    /** A field set without entries stands for the whole value. */
    private static JsonNode cut(JsonNode value, JsonNode fields) {
        if (fields.isEmpty()) {
            return value.deepCopy();
        }
        return switch (value) {
            case ObjectNode object -> cutObject(object, fields);
            case ArrayNode list -> cutList(list, fields);
            default -> value;
        };
    }

    private static ObjectNode cutObject(ObjectNode object, JsonNode fields) {
        ObjectNode cut = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().startsWith("f:")) {
                String name = field.getKey().substring(2);
                if (object.has(name)) {
                    cut.set(name, cut(object.path(name), field.getValue()));
                }
            }
        }
        return cut;
    }

    private static ArrayNode cutList(ArrayNode list, JsonNode fields) {
        ArrayNode cut = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : list) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                if (matches(element, field.getKey())) {
                    cut.add(cut(element, field.getValue()));
                }
            }
        }
        return cut;
    }

    static boolean matches(JsonNode element, String key) {
        if (key.startsWith("v:")) {
            return element.equals(read(key));
        }
        if (!key.startsWith("k:")) {
            return false;
        }
        return read(key).properties().stream()
                .allMatch(part -> isAbsentOr(part.getValue(), element.path(part.getKey())));
    }

    /** A key may hold a default that the element leaves out. */
    private static boolean isAbsentOr(JsonNode keyPart, JsonNode value) {
        return value.isMissingNode() || value.equals(keyPart);
    }

    private static JsonNode read(String key) {
        try {
            return JSON.readTree(key.substring(2));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("managed field " + key, e);
        }
    }
}
