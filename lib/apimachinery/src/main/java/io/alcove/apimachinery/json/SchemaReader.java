package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.GoField;
import io.alcove.apimachinery.schema.GoTypes;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.ValueForm;
import io.alcove.apimachinery.schema.WireForm;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value from a stream of tokens by its schema, in one pass: unknown fields are skipped
 * over, and what a Go struct could not tell from absence is left out.
 */
final class SchemaReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Complaints complaints;
    private final ScalarReader scalars;
    private final FieldPath path = new FieldPath();

    SchemaReader(JsonParser parser, Complaints complaints) {
        this.parser = parser;
        this.complaints = complaints;
        this.scalars = new ScalarReader(parser, complaints, path);
    }

    /** Reads the struct that the current token opens. */
    ObjectNode readStruct(Schema schema) throws IOException {
        ObjectNode struct = NODES.objectNode();
        readFields(schema, struct);
        return struct;
    }

    private void readFields(Schema schema, ObjectNode struct) throws IOException {
        boolean hasEmpty = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            Schema property = schema.propertyOrNull(field);
            if (property == null) {
                unknownField(schema, struct, field);
                continue;
            }
            JsonNode present = struct.get(field);
            if (present != null) {
                complaints.duplicateField(path, field);
            }
            path.enterField(schema, field);
            JsonNode value = read(parser.nextToken(), property, property);
            path.leave();
            if (value != null && !isIgnoredNull(value, property, present)) {
                struct.set(field, present == null ? value : merged(present, value, property));
                hasEmpty |= isLeftOut(value, property);
            }
        }
        if (hasEmpty) {
            struct.properties()
                    .removeIf(
                            entry -> {
                                Schema property = schema.propertyOrNull(entry.getKey());
                                return property != null && isLeftOut(entry.getValue(), property);
                            });
        }
    }

    private void unknownField(Schema schema, ObjectNode struct, String field) throws IOException {
        parser.nextToken();
        if (schema.preservesUnknownFields()) {
            struct.set(field, scalars.anything());
        } else {
            complaints.unknownField(path, field);
            parser.skipChildren();
        }
    }

    /** Go's null unsets a pointer, list or map, and leaves any other value as it was. */
    private static boolean isIgnoredNull(
            JsonNode value, Schema property, @Nullable JsonNode present) {
        return present != null
                && value.isNull()
                && property.form() != ValueForm.LIST
                && property.form() != ValueForm.MAP
                && property.goField().filter(field -> !field.pointer()).isPresent();
    }

    private static boolean isLeftOut(JsonNode value, Schema property) {
        if (value.isNull()) {
            return true;
        }
        GoField field = property.goField().orElse(null);
        return field != null && !field.pointer() && WireForm.isEmpty(value, property);
    }

    /** Go reads a repeated struct or map into the one that it has. */
    private static JsonNode merged(JsonNode present, JsonNode value, Schema schema) {
        boolean merges = schema.form() == ValueForm.STRUCT || schema.form() == ValueForm.MAP;
        if (!merges
                || !(present instanceof ObjectNode into)
                || !(value instanceof ObjectNode fields)) {
            return value;
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode before = into.get(field.getKey());
            Schema property = schema.propertyOrNull(field.getKey());
            if (before == null || property == null) {
                into.set(field.getKey(), field.getValue());
            } else {
                into.set(field.getKey(), merged(before, field.getValue(), property));
            }
        }
        return into;
    }

    /** Null where the value is of a wrong type, which is then among the complaints. */
    private @Nullable JsonNode read(JsonToken token, Schema schema, Schema owner)
            throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return NullNode.instance;
        }
        return switch (schema.form()) {
            case STRUCT ->
                    token == JsonToken.START_OBJECT
                            ? readStruct(schema)
                            : scalars.wrongType(token, schema, owner);
            case MAP -> readMap(token, schema, owner);
            case LIST -> readList(token, schema, owner);
            default -> scalars.read(token, schema, owner);
        };
    }

    private @Nullable JsonNode readMap(JsonToken token, Schema schema, Schema owner)
            throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return scalars.wrongType(token, schema, owner);
        }
        Schema values = schema.additionalProperties().orElseThrow();
        ObjectNode map = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (map.has(key)) {
                complaints.duplicateField(path, key);
            }
            path.enterKey(key);
            JsonNode value = read(parser.nextToken(), values, schema);
            path.leave();
            if (value != null) {
                map.set(key, value.isNull() ? WireForm.zero(values) : value);
            }
        }
        return map;
    }

    private @Nullable JsonNode readList(JsonToken token, Schema schema, Schema owner)
            throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return scalars.wrongType(token, schema, owner);
        }
        Schema items = schema.items().orElseThrow();
        ArrayNode list = NODES.arrayNode();
        path.enterElement();
        for (JsonToken next = parser.nextToken();
                next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            JsonNode value = read(next, items, schema);
            if (value != null) {
                list.add(value.isNull() ? WireForm.zero(items) : value);
            }
            path.nextElement();
        }
        path.leave();
        return list;
    }

    /** The name of the type that a value should have been of, which its owner may know better. */
    static String expectedType(Schema schema, Schema owner) {
        return schema == owner ? GoTypes.of(schema) : GoTypes.ofElements(owner, schema);
    }
}
