package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.cel.library.Timestamps;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** JSON values seen through their schema: formats are read, field names escaped, lists merged. */
public final class SchemaValues {

    private SchemaValues() {}

    /**
     * The value of a JSON tree, wrapped where it is an object or array; a CelError where it does
     * not fit the schema. An embedded resource's schema is completed by itself; that of a
     * resource's root is to be complete.
     */
    public static Object of(JsonNode node, @Nullable ValueSchema schema) {
        if (schema == null) {
            return new UnknownValue(node);
        }
        if (node.isNull() || node.isMissingNode()) {
            return schema.nullable()
                    ? NullValue.NULL
                    : invalid("got null for schema with nullable=false");
        }
        if (schema.isIntOrString()) {
            return node.isTextual() || node.isIntegralNumber()
                    ? Values.of(node)
                    : invalid("expected XIntOrString value to be either a string or integer");
        }
        return switch (schema.type()) {
            case "object" -> object(node, schema);
            case "array" -> array(node, schema);
            case "string" -> string(node, schema);
            case "number" ->
                    node.isNumber() ? (Object) node.doubleValue() : invalid("expected float");
            case "integer" ->
                    node.isIntegralNumber() ? (Object) node.longValue() : invalid("expected int");
            case "boolean" ->
                    node.isBoolean() ? (Object) node.booleanValue() : invalid("expected bool");
            default -> new UnknownValue(node);
        };
    }

    private static CelError invalid(String why) {
        return new CelError("invalid data, " + why);
    }

    private static Object object(JsonNode node, ValueSchema schema) {
        if (!(node instanceof ObjectNode object)) {
            return invalid("expected a map for the provided schema with type=object");
        }
        return new SchemaObject(
                object, schema.isEmbeddedResource() ? ResourceSchema.of(schema) : schema);
    }

    private static Object array(JsonNode node, ValueSchema schema) {
        if (!(node instanceof ArrayNode array)) {
            return invalid("expected an array for the provided schema with type=array");
        }
        ValueSchema items = schema.items();
        return switch (schema.listType()) {
            case "map" -> KeyedList.of(array, items, schema.listMapKeys());
            case "set" -> UniqueList.of(array, items);
            default -> new SchemaList(array, items);
        };
    }

    private static Object string(JsonNode node, ValueSchema schema) {
        if (!node.isTextual()) {
            return invalid("expected string");
        }
        String text = node.textValue();
        return switch (schema.format()) {
            case "duration" ->
                    JsonDurations.parse(text)
                            .map(d -> (Object) d)
                            .orElse(new CelError("Invalid duration " + text));
            case "date" -> date(text);
            case "date-time" ->
                    Timestamps.parse(text)
                            .map(t -> (Object) t)
                            .orElse(new CelError("Invalid date-time formatted string " + text));
            case "byte" -> bytes(text);
            default -> text;
        };
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return new CelError("Invalid date formatted string " + text);
        }
    }

    private static Object bytes(String text) {
        try {
            return ByteString.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return new CelError("Invalid byte formatted string " + text);
        }
    }
}
