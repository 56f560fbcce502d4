package io.alcove.apimachinery.protobuf;

import io.alcove.apimachinery.protobuf.MessageType.Part;
import java.util.Arrays;
import java.util.List;

/**
 * Writes messages out of JSON, as upstream's generated code does: fields by their numbers, values
 * that are no pointers even where they are zero, maps by their keys.
 *
 * <p>JSON comes in another order. Fields are written as they come, and when all are there put
 * together behind, and moved down.
 */
final class MessageWriter {

    private static final int ABSENT = -1;

    private final WireBuffer out;
    private final ScalarWriter scalars;
    private int[] frames = new int[256];
    private int top;

    MessageWriter(WireBuffer out, Messages messages) {
        this.out = out;
        this.scalars = new ScalarWriter(out, this, messages);
    }

    /** The content of a message, without its length. */
    void message(MessageType type, JsonScanner json) {
        FieldSlot self = type.self();
        if (self != null) {
            list(self, json);
            return;
        }
        int base = out.length();
        int frame = open(type);
        json.enter();
        while (json.hasNext('}')) {
            json.fieldName();
            FieldSlot slot = type.find(json.text(), json.textStart(), json.textEnd());
            if (slot == null) {
                json.skip();
            } else if (!json.skipNull()) {
                int start = out.length();
                field(slot, json);
                frames[frame + 2 * slot.index()] = start;
                frames[frame + 2 * slot.index() + 1] = out.length();
            }
        }
        int assembled = out.length();
        assemble(type.parts(), frame);
        out.moveDown(assembled, base);
        top = frame;
    }

    void lengthAndMessage(MessageType type, JsonScanner json) {
        int start = out.length();
        message(type, json);
        out.prefixLength(start);
    }

    /** What stands after the tag of a value that is zero. */
    void zero(FieldSlot slot) {
        if (slot.scalar() != 0) {
            scalars.zero(slot.scalar());
            return;
        }
        MessageType type = slot.message();
        int frame = open(type);
        int start = out.length();
        assemble(type.parts(), frame);
        out.prefixLength(start);
        top = frame;
    }

    private int open(MessageType type) {
        int frame = top;
        top += 2 * type.slotCount();
        if (top > frames.length) {
            frames = Arrays.copyOf(frames, Math.max(top, frames.length * 2));
        }
        Arrays.fill(frames, frame, top, ABSENT);
        return frame;
    }

    private void assemble(List<Part> parts, int frame) {
        for (Part part : parts) {
            switch (part) {
                case MessageType.Single(FieldSlot slot) -> {
                    int start = frames[frame + 2 * slot.index()];
                    if (start == ABSENT) {
                        out.put(slot.absent());
                    } else {
                        out.repeat(start, frames[frame + 2 * slot.index() + 1]);
                    }
                }
                case MessageType.Inline(byte[] tag, List<Part> inner) -> {
                    out.put(tag);
                    int start = out.length();
                    assemble(inner, frame);
                    out.prefixLength(start);
                }
            }
        }
    }

    private void field(FieldSlot slot, JsonScanner json) {
        switch (slot.field().shape()) {
            case ONE -> {
                out.put(slot.tag());
                value(slot, json);
            }
            case LIST -> list(slot, json);
            case MAP -> new MapEntries(out, slot, this).write(json);
        }
    }

    private void list(FieldSlot slot, JsonScanner json) {
        json.enter();
        while (json.hasNext(']')) {
            out.put(slot.tag());
            if (json.skipNull()) {
                zero(slot);
            } else {
                value(slot, json);
            }
        }
    }

    /** What stands after the tag. */
    void value(FieldSlot slot, JsonScanner json) {
        if (slot.scalar() == 0) {
            lengthAndMessage(slot.message(), json);
        } else {
            scalars.write(slot.scalar(), json);
        }
    }
}
