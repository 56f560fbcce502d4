package io.alcove.apimachinery.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as it is written: its fields by their names in JSON, in the order of their numbers. */
final class MessageType {

    private final List<Part> parts;
    private final List<FieldSlot> slots;
    private final byte[][] names;
    private final FieldSlot[] named;

    /** What a message consists of. */
    sealed interface Part {}

    record Single(FieldSlot slot) implements Part {}

    /** A message whose fields stand in its parent's JSON. */
    record Inline(byte[] tag, List<Part> parts) implements Part {}

    private MessageType(List<Part> parts, List<FieldSlot> slots) {
        this.parts = parts;
        this.slots = slots;
        int size = Integer.highestOneBit(Math.max(2, slots.size()) * 4 - 1);
        this.names = new byte[size][];
        this.named = new FieldSlot[size];
        slots.forEach(this::index);
    }

    static MessageType of(Collection<MessageField> fields, Messages messages) {
        List<FieldSlot> slots = new ArrayList<>();
        return new MessageType(parts(fields, messages, slots), slots);
    }

    private static List<Part> parts(
            Collection<MessageField> fields, Messages messages, List<FieldSlot> slots) {
        List<Part> parts = new ArrayList<>();
        fields.stream()
                .sorted(Comparator.comparingInt(MessageField::number))
                .forEach(field -> parts.add(part(field, messages, slots)));
        return parts;
    }

    private static Part part(MessageField field, Messages messages, List<FieldSlot> slots) {
        if (field.name().equals(MessageField.INLINE)) {
            return new Inline(
                    FieldSlot.tag(field),
                    parts(messages.fields(field.type()).values(), messages, slots));
        }
        FieldSlot slot = new FieldSlot(slots.size(), field, messages);
        slots.add(slot);
        return new Single(slot);
    }

    List<Part> parts() {
        return parts;
    }

    int slotCount() {
        return slots.size();
    }

    /** The one list that is all the message is; null for others. */
    @Nullable FieldSlot self() {
        return slots.size() == 1 && slots.getFirst().field().name().equals(MessageField.SELF)
                ? slots.getFirst()
                : null;
    }

    /** Null for a name that no field has. */
    @Nullable FieldSlot find(byte[] bytes, int from, int to) {
        int at = hash(bytes, from, to) & (names.length - 1);
        while (names[at] != null) {
            if (Arrays.equals(names[at], 0, names[at].length, bytes, from, to)) {
                return named[at];
            }
            at = (at + 1) & (names.length - 1);
        }
        return null;
    }

    private void index(FieldSlot slot) {
        byte[] name = slot.field().name().getBytes(StandardCharsets.UTF_8);
        int at = hash(name, 0, name.length) & (names.length - 1);
        while (names[at] != null) {
            at = (at + 1) & (names.length - 1);
        }
        names[at] = name;
        named[at] = slot;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
