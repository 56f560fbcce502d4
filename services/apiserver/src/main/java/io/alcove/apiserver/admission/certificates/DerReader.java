package io.alcove.apiserver.admission.certificates;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads the elements of a DER structure one after the other. */
final class DerReader {

    private static final int LONG_FORM = 0x80;
    private static final int MAX_LENGTH_BYTES = 3;

    private final ByteBuffer bytes;

    DerReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean hasNext() {
        return bytes.hasRemaining();
    }

    /** The elements of the next element. */
    DerReader sequence() {
        return new DerReader(next());
    }

    /**
     * The content of the next element, whatever its type.
     *
     * @throws IllegalArgumentException where there is none
     */
    byte[] next() {
        try {
            bytes.get();
            int length = length();
            if (length > bytes.remaining()) {
                throw new IllegalArgumentException("asn1: syntax error: data truncated");
            }
            byte[] content = new byte[length];
            bytes.get(content);
            return content;
        } catch (BufferUnderflowException _) {
            throw new IllegalArgumentException("asn1: syntax error: data truncated");
        }
    }

    private int length() {
        int first = Byte.toUnsignedInt(bytes.get());
        if (first < LONG_FORM) {
            return first;
        }
        int count = first - LONG_FORM;
        if (count > MAX_LENGTH_BYTES) {
            throw new IllegalArgumentException("asn1: structure error: length too large");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << Byte.SIZE) + Byte.toUnsignedInt(bytes.get());
        }
        return length;
    }
}
