package io.alcove.apimachinery.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** A value that JSON writes as one text, number or literal. */
final class ScalarValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private ScalarValue() {}

    /**
     * @param type the letter of the packed facts
     */
    static JsonNode read(char type, int tag, CodedInputStream in) throws IOException {
        return switch (type) {
            case 's' -> NODES.textNode(in.readString());
            case 'y' -> NODES.textNode(Base64.getEncoder().encodeToString(in.readByteArray()));
            case 'i' -> NODES.numberNode(in.readInt64());
            case 'b' -> NODES.booleanNode(in.readBool());
            case 'd' -> number(tag, in);
            case 'q' -> NODES.textNode(Parts.read(MessageReader.nested(in)).text());
            case 't' -> time(SECONDS, in);
            case 'T' -> time(MICROS, in);
            case 'D' -> duration(in);
            case 'x' -> intOrString(in);
            case 'j' -> raw(in);
            default -> throw new IOException("a field of unknown type " + type);
        };
    }

    /** The numbered parts of the little messages that stand for one value. */
    private record Parts(long first, long second, String text, byte[] bytes) {

        static Parts read(CodedInputStream in) throws IOException {
            long first = 0;
            long second = 0;
            byte[] bytes = {};
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                boolean varint = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT;
                int number = WireFormat.getTagFieldNumber(tag);
                if (varint && number == 1) {
                    first = in.readInt64();
                } else if (varint && number == 2) {
                    second = in.readInt64();
                } else if (!varint) {
                    bytes = in.readByteArray();
                } else {
                    in.skipField(tag);
                }
            }
            return new Parts(
                    first,
                    second,
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
                    bytes);
        }
    }

    private static JsonNode number(int tag, CodedInputStream in) throws IOException {
        return NODES.numberNode(
                WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED32
                        ? in.readFloat()
                        : in.readDouble());
    }

    /** Null for the zero time, as Go writes it. */
    private static JsonNode time(DateTimeFormatter format, CodedInputStream in) throws IOException {
        Parts parts = Parts.read(MessageReader.nested(in));
        return parts.first() == 0 && parts.second() == 0
                ? NODES.nullNode()
                : NODES.textNode(
                        format.format(Instant.ofEpochSecond(parts.first(), parts.second())));
    }

    /** Nanoseconds, in the largest unit that is exact. */
    private static JsonNode duration(CodedInputStream in) throws IOException {
        long nanos = Parts.read(MessageReader.nested(in)).first();
        return NODES.textNode(
                nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + "s" : nanos + "ns");
    }

    private static JsonNode intOrString(CodedInputStream in) throws IOException {
        Parts parts = Parts.read(MessageReader.nested(in));
        return parts.first() == 0 ? NODES.numberNode(parts.second()) : NODES.textNode(parts.text());
    }

    private static JsonNode raw(CodedInputStream in) throws IOException {
        byte[] json = Parts.read(MessageReader.nested(in)).bytes();
        return json.length == 0 ? NODES.nullNode() : JSON.readTree(json);
    }
}
