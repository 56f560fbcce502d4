package io.alcove.apimachinery.cbor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.ValueForm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON as upstream writes CBOR: texts as byte strings, bytes under the tag of what is base64
 * in JSON, floats in the smallest form that keeps them. Of maps upstream shuffles the order; here
 * it is that of the JSON.
 */
public final class CborEncoder {

    /** The tag that says that CBOR follows. */
    private static final byte[] SELF_DESCRIBED = {(byte) 0xd9, (byte) 0xd9, (byte) 0xf7};

    private static final int LATER_BASE64 = 22;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    private CborEncoder() {}

    /**
     * @param schema tells which texts are bytes and which numbers floats; empty where none do
     */
    public static byte[] encode(JsonNode node, Optional<Schema> schema) {
        CborEncoder encoder = new CborEncoder();
        encoder.value(node, schema);
        return encoder.out.toByteArray();
    }

    /** A whole document. */
    public static byte[] selfDescribed(byte[] value) {
        CborEncoder encoder = new CborEncoder();
        encoder.out.writeBytes(SELF_DESCRIBED);
        encoder.out.writeBytes(value);
        return encoder.out.toByteArray();
    }

    /**
     * An event of a watch.
     *
     * @param object a whole document
     */
    public static byte[] watchEvent(String type, byte[] object) {
        CborEncoder encoder = new CborEncoder();
        encoder.out.writeBytes(SELF_DESCRIBED);
        encoder.head(Major.MAP, 2);
        encoder.text("type");
        encoder.text(type);
        encoder.text("object");
        encoder.out.writeBytes(object);
        return encoder.out.toByteArray();
    }

    /**
     * A list, without what makes it a document.
     *
     * @param head the list without its items
     * @param items each encoded
     */
    public static byte[] list(ObjectNode head, Iterable<byte[]> items, int count) {
        CborEncoder encoder = new CborEncoder();
        encoder.head(Major.MAP, head.size() + 1);
        encoder.fields(head, Optional.empty());
        encoder.text("items");
        encoder.head(Major.ARRAY, count);
        items.forEach(encoder.out::writeBytes);
        return encoder.out.toByteArray();
    }

    private void value(JsonNode node, Optional<Schema> schema) {
        switch (node) {
            case ObjectNode object -> {
                head(Major.MAP, object.size());
                fields(object, schema);
            }
            case ArrayNode array -> {
                Optional<Schema> items = schema.flatMap(Schema::items);
                head(Major.ARRAY, array.size());
                array.forEach(item -> value(item, items));
            }
            default -> scalar(node, schema.map(Schema::form).orElse(ValueForm.ANY));
        }
    }

    private void fields(ObjectNode object, Optional<Schema> schema) {
        Optional<Schema> values = schema.flatMap(Schema::additionalProperties);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            text(field.getKey());
            value(
                    field.getValue(),
                    values.isPresent() ? values : schema.flatMap(s -> s.property(field.getKey())));
        }
    }

    private void scalar(JsonNode node, ValueForm form) {
        if (node.isTextual()) {
            if (form == ValueForm.BYTES) {
                head(Major.TAG, LATER_BASE64);
                bytes(Base64.getDecoder().decode(node.textValue()));
            } else {
                text(node.textValue());
            }
        } else if (node.isBoolean()) {
            out.write(node.booleanValue() ? Major.TRUE : Major.FALSE);
        } else if (node.isNumber()) {
            if (form == ValueForm.NUMBER || !node.canConvertToLong() || !node.isIntegralNumber()) {
                CborFloat.write(node.doubleValue(), out);
            } else {
                integer(node.longValue());
            }
        } else {
            out.write(Major.NULL);
        }
    }

    private void integer(long value) {
        if (value >= 0) {
            head(Major.UNSIGNED, value);
        } else {
            head(Major.NEGATIVE, -1 - value);
        }
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        head(Major.BYTES, bytes.length);
        out.writeBytes(bytes);
    }

    private void head(int major, long argument) {
        Major.write(major, argument, out);
    }
}
