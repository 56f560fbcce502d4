package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.quantity.InvalidQuantityException;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apimachinery.schema.Schema;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads values that hold no others by schema: texts, numbers, and upstream's own scalar types. */
final class ScalarReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonParser parser;
    private final Complaints complaints;
    private final FieldPath path;

    ScalarReader(JsonParser parser, Complaints complaints, FieldPath path) {
        this.parser = parser;
        this.complaints = complaints;
        this.path = path;
    }

    @Nullable JsonNode read(JsonToken token, Schema schema, Schema owner) throws IOException {
        return switch (schema.form()) {
            case STRING ->
                    token == JsonToken.VALUE_STRING
                            ? TextNode.valueOf(text())
                            : wrongType(token, schema, owner);
            case BOOLEAN ->
                    token.isBoolean()
                            ? BooleanNode.valueOf(token == JsonToken.VALUE_TRUE)
                            : wrongType(token, schema, owner);
            case INT32 ->
                    fitsInt(token)
                            ? IntNode.valueOf(parser.getIntValue())
                            : wrongType(token, schema, owner);
            case INT64 ->
                    fitsLong(token)
                            ? integer(parser.getLongValue())
                            : wrongType(token, schema, owner);
            case NUMBER -> token.isNumeric() ? number() : wrongType(token, schema, owner);
            case BYTES ->
                    token == JsonToken.VALUE_STRING
                            ? TextNode.valueOf(Base64Text.normalize(text()))
                            : wrongType(token, schema, owner);
            case INT_OR_STRING -> intOrString(token);
            case QUANTITY -> quantity(token);
            case TIME -> time(token, false);
            case MICRO_TIME -> time(token, true);
            case ANY, STRUCT, MAP, LIST -> anything();
        };
    }

    /** Notes the wrong type and moves on to the value's end. */
    @Nullable JsonNode wrongType(JsonToken token, Schema schema, Schema owner) throws IOException {
        boolean number =
                switch (schema.form()) {
                    case INT32, INT64 -> token.isNumeric();
                    default -> false;
                };
        String value = number ? "number " + parser.getText() : described(token);
        complaints.wrongType(path, value, SchemaReader.expectedType(schema, owner));
        parser.skipChildren();
        return null;
    }

    /** The value as it stands. */
    JsonNode anything() throws IOException {
        JsonNode tree = MAPPER.readTree(parser);
        return tree == null ? NullNode.instance : tree;
    }

    static String described(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "bool";
            default -> "number";
        };
    }

    private JsonNode intOrString(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return TextNode.valueOf(text());
        }
        if (fitsInt(token)) {
            return IntNode.valueOf(parser.getIntValue());
        }
        String value = token.isNumeric() ? "number " + parser.getText() : described(token);
        throw new DecodeException(Complaints.unmarshalError(path, value, "int32"));
    }

    private JsonNode quantity(JsonToken token) throws IOException {
        boolean readable = token == JsonToken.VALUE_STRING || token.isNumeric();
        try {
            String given = readable ? parser.getText().strip() : described(token);
            return TextNode.valueOf(Quantity.parse(given).toString());
        } catch (InvalidQuantityException e) {
            throw new DecodeException(
                    Objects.requireNonNullElse(e.getMessage(), "invalid quantity"));
        }
    }

    private JsonNode time(JsonToken token, boolean micros) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw new DecodeException(Complaints.unmarshalError(path, described(token), "string"));
        }
        return TextNode.valueOf(TimeText.normalize(parser.getText(), micros));
    }

    private JsonNode number() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && fitsLong(JsonToken.VALUE_NUMBER_INT)
                ? integer(parser.getLongValue())
                : DoubleNode.valueOf(parser.getDoubleValue());
    }

    private static JsonNode integer(long value) {
        return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private boolean fitsInt(JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT;
    }

    private boolean fitsLong(JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    /** Go reads half a surrogate pair as U+FFFD; alone it could not be written again. */
    private String text() throws IOException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return Surrogates.replaceUnpaired(text);
            }
        }
        return text;
    }
}
