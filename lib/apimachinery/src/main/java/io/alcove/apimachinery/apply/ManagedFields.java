package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.ManagerKey.Operation;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes metadata.managedFields. */
public final class ManagedFields {

    private static final String FIELD = "managedFields";

    private static final Comparator<Map.Entry<ManagerKey, Owned>> ORDER =
            Comparator.comparing((Map.Entry<ManagerKey, Owned> e) -> e.getKey().operation())
                    .thenComparing(e -> e.getValue().time())
                    .thenComparing(e -> e.getKey().manager())
                    .thenComparing(e -> e.getValue().apiVersion())
                    .thenComparing(e -> e.getKey().subresource());

    private ManagedFields() {}

    /**
     * Whether two objects differ in nothing but the times of their managers: such a write is
     * dropped, and the old object stays.
     */
    public static boolean equalButForTimes(ObjectNode a, ObjectNode b) {
        JsonNode first = a.path("metadata").path(FIELD);
        JsonNode second = b.path("metadata").path(FIELD);
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!withoutTime(first.get(i)).equals(withoutTime(second.get(i)))) {
                return false;
            }
        }
        return without(a).equals(without(b));
    }

    static SortedMap<ManagerKey, Owned> read(ObjectNode object)
            throws InvalidManagedFieldsException {
        SortedMap<ManagerKey, Owned> owners = new TreeMap<>();
        for (JsonNode entry : object.path("metadata").path(FIELD)) {
            String apiVersion = entry.path("apiVersion").asText("");
            if (apiVersion.isEmpty()) {
                throw new InvalidManagedFieldsException("apiVersion must not be empty");
            }
            if (!entry.path("fieldsType").asText("").equals("FieldsV1")) {
                throw new InvalidManagedFieldsException("unknown fieldsType");
            }
            FieldSet fields = FieldSet.parse(entry.path("fieldsV1"));
            String time = entry.path("time").asText("");
            owners.put(key(entry, apiVersion), new Owned(apiVersion, fields, time));
        }
        return owners;
    }

    /** Whether an update asks to forget all owners, by an empty list or one empty entry. */
    static boolean isReset(ObjectNode object) {
        JsonNode fields = object.path("metadata").path(FIELD);
        return fields.isArray()
                && (fields.isEmpty() || (fields.size() == 1 && isEmptyEntry(fields.get(0))));
    }

    /** The object without its owners; it shares all else with the given one. */
    static ObjectNode without(ObjectNode object) {
        if (!(object.get("metadata") instanceof ObjectNode metadata) || !metadata.has(FIELD)) {
            return object;
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        rest.setAll(metadata);
        rest.remove(FIELD);
        return withMetadata(object, rest);
    }

    /** The object with these owners; it shares all else with the given one. */
    static ObjectNode with(ObjectNode object, SortedMap<ManagerKey, Owned> owners) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        if (object.get("metadata") instanceof ObjectNode present) {
            metadata.setAll(present);
        }
        metadata.remove(FIELD);
        if (!owners.isEmpty()) {
            ArrayNode entries = metadata.putArray(FIELD);
            owners.entrySet().stream().sorted(ORDER).forEach(e -> entries.add(entry(e)));
        }
        return withMetadata(object, metadata);
    }

    private static boolean isEmptyEntry(JsonNode entry) {
        return entry.path("manager").asText("").isEmpty()
                && entry.path("operation").asText("").isEmpty()
                && entry.path("apiVersion").asText("").isEmpty()
                && entry.path("fieldsType").asText("").isEmpty()
                && entry.path("subresource").asText("").isEmpty()
                && !entry.hasNonNull("time")
                && !entry.hasNonNull("fieldsV1");
    }

    private static ManagerKey key(JsonNode entry, String apiVersion)
            throws InvalidManagedFieldsException {
        String manager = entry.path("manager").asText("");
        String subresource = entry.path("subresource").asText("");
        return switch (entry.path("operation").asText("")) {
            case "Apply" -> ManagerKey.apply(manager, subresource);
            case "Update" -> ManagerKey.update(manager, apiVersion, subresource);
            default ->
                    throw new InvalidManagedFieldsException(
                            "operation must be `Apply` or `Update`");
        };
    }

    private static ObjectNode entry(Map.Entry<ManagerKey, Owned> owner) {
        ManagerKey key = owner.getKey();
        Owned owned = owner.getValue();
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (!key.manager().isEmpty()) {
            entry.put("manager", key.manager());
        }
        Operation operation = key.operation();
        entry.put("operation", operation.word()).put("apiVersion", owned.apiVersion());
        if (!owned.time().isEmpty()) {
            entry.put("time", owned.time());
        }
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", owned.fields().toFieldsV1());
        if (!key.subresource().isEmpty()) {
            entry.put("subresource", key.subresource());
        }
        return entry;
    }

    private static ObjectNode withMetadata(ObjectNode object, ObjectNode metadata) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        return copy.set("metadata", metadata);
    }

    private static JsonNode withoutTime(JsonNode entry) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        entry.properties().forEach(e -> rest.set(e.getKey(), e.getValue()));
        return rest.without("time");
    }
}
