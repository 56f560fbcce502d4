package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether lists of type set and map hold nothing twice. */
public final class ListTypes {

    private final List<StatusCause> causes = new ArrayList<>();

    private ListTypes() {}

    public static List<StatusCause> check(ObjectNode object, @Nullable StructuralSchema schema) {
        ListTypes types = new ListTypes();
        if (schema != null) {
            types.fields(object, schema, "");
        }
        return types.causes;
    }

    /** The same of a value at a path. */
    static List<StatusCause> checkValue(JsonNode value, StructuralSchema schema, String path) {
        ListTypes types = new ListTypes();
        types.value(value, schema, path);
        return types.causes;
    }

    private void value(JsonNode value, StructuralSchema schema, String path) {
        switch (value) {
            case ObjectNode object -> fields(object, schema, path);
            case ArrayNode list -> list(list, schema, path);
            default -> {}
        }
    }

    private void fields(ObjectNode object, StructuralSchema schema, String path) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            StructuralSchema property = schema.property(name);
            if (property != null) {
                value(field.getValue(), property, Paths.child(path, name));
            } else if (schema.additionalProperties() != null) {
                value(field.getValue(), schema.additionalProperties(), Paths.key(path, name));
            }
        }
    }

    private void list(ArrayNode list, StructuralSchema schema, String path) {
        switch (schema.listType()) {
            case "set" ->
                    repeated(list)
                            .forEach(
                                    i ->
                                            causes.add(
                                                    StatusCause.duplicate(
                                                            Paths.index(path, i), list.get(i))));
            case "map" -> map(list, schema.listMapKeys(), path);
            default -> {}
        }
        if (schema.items() != null) {
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i), schema.items(), Paths.index(path, i));
            }
        }
    }

    private void map(ArrayNode list, List<String> keys, String path) {
        ArrayNode named = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            if (!element.isObject() && !element.isNull()) {
                causes.add(
                        StatusCause.invalid(
                                Paths.index(path, i),
                                element,
                                "must be an object for an array of list-type map"));
                return;
            }
            ObjectNode name = named.addObject();
            for (String key : keys) {
                JsonNode value = element.get(key);
                if (value != null) {
                    name.set(key, value);
                }
            }
        }
        for (int i : repeated(named)) {
            causes.add(StatusCause.duplicate(Paths.index(path, i), named.get(i)));
        }
    }

    /** The second occurrence of each value that occurs more than once. */
    private static List<Integer> repeated(ArrayNode list) {
        Map<JsonNode, Integer> seen = new HashMap<>();
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (seen.merge(list.get(i), 1, Integer::sum) == 2) {
                repeated.add(i);
            }
        }
        return repeated;
    }
}
