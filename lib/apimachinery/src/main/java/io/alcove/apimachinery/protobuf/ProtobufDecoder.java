package io.alcove.apimachinery.protobuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads objects in Kubernetes' protobuf form (application/vnd.kubernetes.protobuf): four magic
 * bytes, then a runtime.Unknown that names the kind and holds its message. The JSON holds what the
 * message holds, empty values too: dropping what upstream's types leave out is the schema's
 * business.
 */
public final class ProtobufDecoder {

    public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int UNKNOWN_TYPE_META = 1;
    private static final int UNKNOWN_RAW = 2;

    private final MessageReader reader;
    private final Messages messages;

    private ProtobufDecoder(Messages messages) {
        this.messages = messages;
        this.reader = new MessageReader(messages);
    }

    /** For the kinds of a Kubernetes version ("1.36"). */
    public static Optional<ProtobufDecoder> load(String minor) {
        return Optional.of(new ProtobufDecoder(Messages.load(minor)));
    }

    /**
     * The object as JSON, with apiVersion and kind; empty where its kind has no protobuf form.
     *
     * @throws IOException where the bytes are not what the form says
     */
    public Optional<ObjectNode> decode(byte[] body) throws IOException {
        for (int i = 0; i < MAGIC.length; i++) {
            if (body.length < MAGIC.length || body[i] != MAGIC[i]) {
                throw new IOException(
                        "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
            }
        }
        CodedInputStream in =
                CodedInputStream.newInstance(body, MAGIC.length, body.length - MAGIC.length);
        GroupVersionKind type = new GroupVersionKind("", "", "");
        byte[] raw = {};
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case UNKNOWN_TYPE_META -> type = typeMeta(in.readByteArray());
                case UNKNOWN_RAW -> raw = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        Optional<String> message = messages.ofKind(type);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode object = reader.read(message.get(), CodedInputStream.newInstance(raw));
        ObjectNode typed =
                object.objectNode().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        return Optional.of(typed.setAll(object));
    }

    private static GroupVersionKind typeMeta(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        String apiVersion = "";
        String kind = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> apiVersion = in.readString();
                case 2 -> kind = in.readString();
                default -> in.skipField(tag);
            }
        }
        return GroupVersionKind.of(apiVersion, kind);
    }
}
