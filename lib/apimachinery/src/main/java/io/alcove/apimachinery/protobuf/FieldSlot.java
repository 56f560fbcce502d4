package io.alcove.apimachinery.protobuf;

import io.alcove.apimachinery.protobuf.MessageField.Shape;
import org.jspecify.annotations.Nullable;

/** A field of a message as it is written. */
final class FieldSlot {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final int index;
    private final MessageField field;
    private final Messages messages;
    private final byte[] tag;
    private final byte[] absent;
    private volatile @Nullable MessageType type;

    FieldSlot(int index, MessageField field, Messages messages) {
        this.index = index;
        this.field = field;
        this.messages = messages;
        this.tag = tag(field);
        this.absent = isWrittenAlways() ? zero() : new byte[0];
    }

    static byte[] tag(MessageField field) {
        WireBuffer tag = new WireBuffer(5);
        int type = field.shape() == Shape.MAP ? BYTES : wireType(field);
        tag.varint(((long) field.number() << 3) | type);
        return tag.from(0);
    }

    /** Of one value: an element of a list, a value of a map. */
    int wireType() {
        return wireType(field);
    }

    private static int wireType(MessageField field) {
        if (field.isMessage()) {
            return BYTES;
        }
        return switch (field.type().charAt(0)) {
            case 'i', 'b' -> VARINT;
            case 'd' -> FIXED64;
            default -> BYTES;
        };
    }

    int index() {
        return index;
    }

    MessageField field() {
        return field;
    }

    byte[] tag() {
        return tag;
    }

    /** What is written where JSON does not have the field. */
    byte[] absent() {
        return absent;
    }

    /** A letter for a scalar, 0 for a message. */
    char scalar() {
        return field.isMessage() ? 0 : field.type().charAt(0);
    }

    /** Only of a field that is a message. */
    MessageType message() {
        MessageType known = type;
        if (known == null) {
            known = messages.type(field.type());
            type = known;
        }
        return known;
    }

    private boolean isWrittenAlways() {
        return field.shape() == Shape.ONE && !field.pointer() && scalar() != 'y';
    }

    private byte[] zero() {
        WireBuffer zero = new WireBuffer(16);
        zero.put(tag);
        new MessageWriter(zero, messages).zero(this);
        return zero.from(0);
    }
}
