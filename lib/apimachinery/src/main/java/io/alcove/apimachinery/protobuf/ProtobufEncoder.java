package io.alcove.apimachinery.protobuf;

import io.alcove.apimachinery.object.GroupVersionKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes objects in Kubernetes' protobuf form straight from the JSON that this program stores or
 * answers: the same bytes as upstream's generated code writes of the same object.
 */
public final class ProtobufEncoder {

    /** Bytes of the length that stands before each event in a stream. */
    public static final int FRAME_HEAD = 4;

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final String LIST_META = "apimachinery.pkg.apis.meta.v1.ListMeta";
    private static final int FIRST = 0x0a;
    private static final int SECOND = 0x12;

    /** Content encoding and content type, both empty. */
    private static final byte[] UNKNOWN_END = {0x1a, 0, 0x22, 0};

    private final Messages messages;

    private ProtobufEncoder(Messages messages) {
        this.messages = messages;
    }

    /** Empty where the library holds no facts of that Kubernetes version ("1.36"). */
    public static Optional<ProtobufEncoder> load(String minor) {
        return Optional.of(new ProtobufEncoder(Messages.load(minor)));
    }

    /** Whether the kind has a protobuf form: custom resources and tables have none. */
    public boolean knows(GroupVersionKind kind) {
        return messages.ofKind(kind).isPresent();
    }

    /**
     * The message of an object, without what names its kind: as items of a list are.
     *
     * @param json an object of the kind
     * @throws IllegalArgumentException where the kind has no protobuf form
     */
    public byte[] message(GroupVersionKind kind, byte[] json) {
        MessageType type =
                messages.type(
                        messages.ofKind(kind)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no protobuf form of " + kind)));
        WireBuffer out = new WireBuffer(json.length * 2);
        new MessageWriter(out, messages).message(type, new JsonScanner(json));
        return out.from(0);
    }

    /** The kind that an object's JSON states. */
    public static GroupVersionKind kindOf(byte[] json) {
        JsonScanner scanner = new JsonScanner(json);
        String apiVersion = "";
        String kind = "";
        scanner.enter();
        while (scanner.hasNext('}') && (apiVersion.isEmpty() || kind.isEmpty())) {
            scanner.fieldName();
            switch (scanner.textAsString()) {
                case "apiVersion" -> {
                    scanner.readText();
                    apiVersion = scanner.textAsString();
                }
                case "kind" -> {
                    scanner.readText();
                    kind = scanner.textAsString();
                }
                default -> scanner.skip();
            }
        }
        return GroupVersionKind.of(apiVersion, kind);
    }

    /** The whole form: magic bytes and a runtime.Unknown around the message. */
    public static byte[] envelope(GroupVersionKind kind, byte[] message) {
        byte[] start = envelopeStart(kind, message.length);
        WireBuffer out = new WireBuffer(start.length + message.length + UNKNOWN_END.length);
        out.put(start);
        out.put(message);
        out.put(UNKNOWN_END);
        return out.from(0);
    }

    /** What stands before a message of a length in the whole form, for one that is in parts. */
    public static byte[] envelopeStart(GroupVersionKind kind, int length) {
        byte[] apiVersion = kind.apiVersion().getBytes(StandardCharsets.UTF_8);
        byte[] name = kind.kind().getBytes(StandardCharsets.UTF_8);
        WireBuffer out = new WireBuffer(apiVersion.length + name.length + 32);
        out.put(MAGIC);
        out.put(FIRST);
        int start = out.length();
        put(out, FIRST, apiVersion);
        put(out, SECOND, name);
        out.prefixLength(start);
        out.put(SECOND);
        out.varint(length);
        return out.from(0);
    }

    /** What stands after it. */
    public static byte[] envelopeEnd() {
        return UNKNOWN_END.clone();
    }

    /** What stands before an item of a length in a list. */
    public static byte[] itemStart(int length) {
        WireBuffer out = new WireBuffer(8);
        out.put(SECOND);
        out.varint(length);
        return out.from(0);
    }

    /**
     * An event of a watch, with the four bytes of its length that stand before it in a stream.
     *
     * @param type "ADDED"
     * @param object in the whole form
     */
    public static byte[] watchFrame(String type, byte[] object) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        WireBuffer out = new WireBuffer(object.length + name.length + 20);
        int raw = 1 + WireBuffer.sizeOfVarint(object.length) + object.length;
        int length =
                1
                        + WireBuffer.sizeOfVarint(name.length)
                        + name.length
                        + 1
                        + WireBuffer.sizeOfVarint(raw)
                        + raw;
        for (int shift = (FRAME_HEAD - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.put(length >>> shift);
        }
        put(out, FIRST, name);
        out.put(SECOND);
        out.varint(raw);
        put(out, FIRST, object);
        return out.from(0);
    }

    /**
     * The message of a list.
     *
     * @param metadata the list's, as JSON
     * @param items the messages of its items
     */
    public byte[] list(byte[] metadata, Iterable<byte[]> items) {
        int size = metadata.length * 2;
        for (byte[] item : items) {
            size += item.length + 6;
        }
        WireBuffer out = new WireBuffer(size);
        out.put(FIRST);
        new MessageWriter(out, messages)
                .lengthAndMessage(messages.type(LIST_META), new JsonScanner(metadata));
        for (byte[] item : items) {
            put(out, SECOND, item);
        }
        return out.from(0);
    }

    private static void put(WireBuffer out, int tag, byte[] content) {
        out.put(tag);
        out.varint(content.length);
        out.put(content);
    }
}
