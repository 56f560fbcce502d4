package io.alcove.apimachinery.protobuf;

import java.util.Arrays;
import java.util.Base64;

/** Writes what stands after the tag of a value that JSON has as one text, number or literal. */
final class ScalarWriter {

    private static final int FIRST_VARINT = 0x08;
    private static final int FIRST_BYTES = 0x0a;
    private static final int SECOND_VARINT = 0x10;
    private static final int SECOND_BYTES = 0x12;
    private static final int THIRD_BYTES = 0x1a;
    private static final byte[] ZERO_QUANTITY = {3, FIRST_BYTES, 1, '0'};
    private static final byte[] ZERO_INT_OR_STRING = {
        6, FIRST_VARINT, 0, SECOND_VARINT, 0, THIRD_BYTES, 0
    };
    private static final byte[] ZERO_FIXED = new byte[8];
    private static final byte[] FALSE_MESSAGE = {2, FIRST_VARINT, 0};

    private final WireBuffer out;
    private final MessageWriter writer;
    private final Messages messages;

    ScalarWriter(WireBuffer out, MessageWriter writer, Messages messages) {
        this.out = out;
        this.writer = writer;
        this.messages = messages;
    }

    /**
     * @param type the letter of the packed facts
     */
    void write(char type, JsonScanner json) {
        switch (type) {
            case 's' -> text(json);
            case 'y' -> bytes(json);
            case 'i' -> out.varint(json.readLong());
            case 'b' -> out.put(json.readBoolean() ? 1 : 0);
            case 'd' -> out.fixed64(Double.doubleToRawLongBits(json.readDouble()));
            default -> nested(type, json);
        }
    }

    void zero(char type) {
        switch (type) {
            case 'd' -> out.put(ZERO_FIXED);
            case 'q' -> out.put(ZERO_QUANTITY);
            case 'x' -> out.put(ZERO_INT_OR_STRING);
            case 'B' -> out.put(FALSE_MESSAGE);
            default -> out.put(0);
        }
    }

    private void nested(char type, JsonScanner json) {
        int start = out.length();
        switch (type) {
            case 'q' -> {
                out.put(FIRST_BYTES);
                quantity(json);
            }
            case 't' -> time(json, 0);
            case 'T' -> time(json, TimeBytes.NANOS_OF_MICRO);
            case 'x' -> intOrString(json);
            case 'j' -> raw(json);
            case 'A', 'B', 'S' -> schema(type, json);
            default -> throw new IllegalArgumentException("a field of unknown type " + type);
        }
        out.prefixLength(start);
    }

    private void text(JsonScanner json) {
        json.readText();
        out.varint(json.textEnd() - json.textStart());
        out.put(json.text(), json.textStart(), json.textEnd());
    }

    private void bytes(JsonScanner json) {
        json.readText();
        byte[] decoded =
                Base64.getDecoder()
                        .decode(Arrays.copyOfRange(json.text(), json.textStart(), json.textEnd()));
        out.varint(decoded.length);
        out.put(decoded);
    }

    private void quantity(JsonScanner json) {
        if (json.peek() == '"') {
            text(json);
            return;
        }
        int start = json.position();
        json.skip();
        out.varint(json.position() - start);
        out.put(json.bytes(), start, json.position());
    }

    private void time(JsonScanner json, int precision) {
        json.readText();
        TimeBytes time = TimeBytes.parse(json.text(), json.textStart(), json.textEnd());
        if (!time.isZero()) {
            out.put(FIRST_VARINT);
            out.varint(time.seconds());
            out.put(SECOND_VARINT);
            out.varint(precision == 0 ? 0 : time.nanos() - time.nanos() % precision);
        }
    }

    private void intOrString(JsonScanner json) {
        boolean isText = json.peek() == '"';
        out.put(FIRST_VARINT);
        out.put(isText ? 1 : 0);
        out.put(SECOND_VARINT);
        out.varint(isText ? 0 : json.readLong());
        out.put(THIRD_BYTES);
        if (isText) {
            text(json);
        } else {
            out.put(0);
        }
    }

    private void raw(JsonScanner json) {
        json.peek();
        int start = json.position();
        json.skip();
        out.put(FIRST_BYTES);
        out.varint(json.position() - start);
        out.put(json.bytes(), start, json.position());
    }

    private void schema(char type, JsonScanner json) {
        boolean one = json.peek() == '{';
        switch (type) {
            case 'B' -> {
                out.put(FIRST_VARINT);
                out.put(one || json.readBoolean() ? 1 : 0);
                if (one) {
                    schema(SECOND_BYTES, json);
                }
            }
            case 'A' -> schemas(one, json);
            default -> schemaOrTexts(one, json);
        }
    }

    private void schemas(boolean one, JsonScanner json) {
        if (one) {
            schema(FIRST_BYTES, json);
            return;
        }
        json.enter();
        while (json.hasNext(']')) {
            schema(SECOND_BYTES, json);
        }
    }

    private void schemaOrTexts(boolean one, JsonScanner json) {
        if (one) {
            schema(FIRST_BYTES, json);
            return;
        }
        json.enter();
        while (json.hasNext(']')) {
            out.put(SECOND_BYTES);
            text(json);
        }
    }

    private void schema(int tag, JsonScanner json) {
        out.put(tag);
        writer.lengthAndMessage(messages.type(SchemaUnion.SCHEMA), json);
    }
}
