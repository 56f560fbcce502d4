package io.alcove.apimachinery.protobuf;

import java.util.Arrays;

/** Bytes of messages as they are put together; what was written last can be moved. */
final class WireBuffer {

    private static final int MORE = 0x80;

    private byte[] bytes;
    private int length;

    WireBuffer(int capacity) {
        this.bytes = new byte[Math.max(capacity, 64)];
    }

    int length() {
        return length;
    }

    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, length);
    }

    void put(byte[] source) {
        put(source, 0, source.length);
    }

    void put(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void put(int oneByte) {
        reserve(1);
        bytes[length++] = (byte) oneByte;
    }

    void varint(long value) {
        reserve(10);
        length = varint(value, length);
    }

    void fixed64(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            put((int) (value >>> shift));
        }
    }

    /** A copy of bytes that stand further up. */
    void repeat(int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, bytes, length, to - from);
        length += to - from;
    }

    /** Moves what stands at the end down to a place before it. */
    void moveDown(int from, int to) {
        System.arraycopy(bytes, from, bytes, to, length - from);
        length -= from - to;
    }

    /** Puts its length before what was written from there on. */
    void prefixLength(int start) {
        int content = length - start;
        int prefix = sizeOfVarint(content);
        reserve(prefix);
        System.arraycopy(bytes, start, bytes, start + prefix, content);
        varint(content, start);
        length += prefix;
    }

    int compare(int from, int to, int otherFrom, int otherTo) {
        return Arrays.compareUnsigned(bytes, from, to, bytes, otherFrom, otherTo);
    }

    static int sizeOfVarint(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }

    private int varint(long value, int at) {
        long rest = value;
        int i = at;
        while ((rest & -MORE) != 0) {
            bytes[i++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        bytes[i++] = (byte) rest;
        return i;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
