package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/** A protobuf message that is written field by field; what is empty is left out. */
final class ProtobufMessage {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Write {
        void run() throws IOException;
    }

    ProtobufMessage text(int field, JsonNode text) {
        if (!text.asText().isEmpty()) {
            write(() -> out.writeString(field, text.asText()));
        }
        return this;
    }

    ProtobufMessage text(int field, String text) {
        write(() -> out.writeString(field, text));
        return this;
    }

    ProtobufMessage texts(int field, JsonNode texts) {
        texts.forEach(text -> write(() -> out.writeString(field, text.asText())));
        return this;
    }

    ProtobufMessage flag(int field, JsonNode flag) {
        if (flag.asBoolean()) {
            write(() -> out.writeBool(field, true));
        }
        return this;
    }

    ProtobufMessage message(int field, ProtobufMessage message) {
        write(() -> out.writeByteArray(field, message.toBytes()));
        return this;
    }

    /** A message of a field that may be absent. */
    ProtobufMessage message(
            int field, JsonNode node, BiConsumer<ProtobufMessage, JsonNode> writer) {
        if (!node.isMissingNode()) {
            message(field, of(node, writer));
        }
        return this;
    }

    ProtobufMessage messages(
            int field, JsonNode nodes, BiConsumer<ProtobufMessage, JsonNode> writer) {
        nodes.forEach(node -> message(field, of(node, writer)));
        return this;
    }

    /** A map: each entry is a message of a name (1) and a value (2). */
    ProtobufMessage named(int field, JsonNode map, BiConsumer<ProtobufMessage, JsonNode> writer) {
        map.properties()
                .forEach(
                        entry ->
                                message(
                                        field,
                                        new ProtobufMessage()
                                                .text(1, entry.getKey())
                                                .message(2, of(entry.getValue(), writer))));
        return this;
    }

    static ProtobufMessage of(JsonNode node, BiConsumer<ProtobufMessage, JsonNode> writer) {
        ProtobufMessage message = new ProtobufMessage();
        writer.accept(message, node);
        return message;
    }

    byte[] toBytes() {
        write(out::flush);
        return bytes.toByteArray();
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
