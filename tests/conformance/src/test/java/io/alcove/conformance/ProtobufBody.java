package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apimachinery.protobuf.ProtobufEncoder;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Kubernetes' protobuf as a tree, which tells too whether its bytes are those that upstream's code
 * writes of that tree.
 */
final class ProtobufBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProtobufDecoder DECODER = ProtobufDecoder.load("1.36").orElseThrow();
    private static final ProtobufEncoder ENCODER = ProtobufEncoder.load("1.36").orElseThrow();

    private ProtobufBody() {}

    static JsonNode object(byte[] body) throws IOException {
        ObjectNode read = DECODER.decode(body).orElseThrow(() -> new IOException("no known kind"));
        GroupVersionKind stated = ProtobufEncoder.kindOf(JSON.writeValueAsBytes(read));
        GroupVersionKind known =
                stated.version().isEmpty()
                        ? new GroupVersionKind(stated.group(), "v1", stated.kind())
                        : stated;
        byte[] written =
                ProtobufEncoder.envelope(
                        stated, ENCODER.message(known, JSON.writeValueAsBytes(read)));
        return read.put("bytes as upstream's", Arrays.equals(body, written));
    }

    /** The events of a watch, each after the four bytes of its length. */
    static ArrayNode events(byte[] body) throws IOException {
        ArrayNode events = JSON.createArrayNode();
        DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(body));
        while (in.available() > 0) {
            events.add(event(in.readNBytes(in.readInt())));
        }
        return events;
    }

    private static ObjectNode event(byte[] frame) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        CodedInputStream in = CodedInputStream.newInstance(frame);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                event.put("type", in.readString());
            } else {
                CodedInputStream raw = CodedInputStream.newInstance(in.readByteArray());
                raw.readTag();
                event.set("object", object(raw.readByteArray()));
            }
        }
        return event;
    }
}
