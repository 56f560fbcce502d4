package io.alcove.apimachinery.protobuf;

import java.util.ArrayList;
import java.util.List;

/** Writes a map as a list of entries, ordered by their keys. */
final class MapEntries {

    private static final int KEY = 0x0a;
    private static final int VALUE_NUMBER = 2 << 3;

    private final WireBuffer out;
    private final FieldSlot slot;
    private final MessageWriter writer;
    private final List<Entry> entries = new ArrayList<>();
    private boolean ordered = true;

    /** Where an entry and its key stand. */
    private record Entry(int start, int keyStart, int keyEnd, int end) {}

    MapEntries(WireBuffer out, FieldSlot slot, MessageWriter writer) {
        this.out = out;
        this.slot = slot;
        this.writer = writer;
    }

    void write(JsonScanner json) {
        int base = out.length();
        json.enter();
        while (json.hasNext('}')) {
            add(json);
        }
        if (!ordered) {
            entries.sort(this::compare);
            int sorted = out.length();
            entries.forEach(entry -> out.repeat(entry.start(), entry.end()));
            out.moveDown(sorted, base);
        }
    }

    private void add(JsonScanner json) {
        json.fieldName();
        int start = out.length();
        out.put(slot.tag());
        int content = out.length();
        int keyLength = json.textEnd() - json.textStart();
        out.put(KEY);
        out.varint(keyLength);
        out.put(json.text(), json.textStart(), json.textEnd());
        value(json);
        int unprefixed = out.length() - content;
        out.prefixLength(content);
        int key =
                content
                        + WireBuffer.sizeOfVarint(unprefixed)
                        + 1
                        + WireBuffer.sizeOfVarint(keyLength);
        Entry entry = new Entry(start, key, key + keyLength, out.length());
        ordered &= entries.isEmpty() || compare(entries.getLast(), entry) < 0;
        entries.add(entry);
    }

    private void value(JsonScanner json) {
        boolean isNull = json.skipNull();
        if (isNull && slot.scalar() == 'y') {
            return;
        }
        out.put(VALUE_NUMBER | slot.wireType());
        if (isNull) {
            writer.zero(slot);
        } else {
            writer.value(slot, json);
        }
    }

    private int compare(Entry one, Entry other) {
        return out.compare(one.keyStart(), one.keyEnd(), other.keyStart(), other.keyEnd());
    }
}
