package io.alcove.apiserver.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * The bytes of an answer, which may lie in many places: a list consists of the bytes of its
 * objects, and is never put together as a whole.
 */
final class AnswerBytes {

    private final List<Part> parts;
    private final long length;

    /** An array from an index on. */
    private record Part(byte[] bytes, int from) {}

    private AnswerBytes(List<Part> parts, long length) {
        this.parts = parts;
        this.length = length;
    }

    static AnswerBytes of(byte[] bytes) {
        return new AnswerBytes(List.of(new Part(bytes, 0)), bytes.length);
    }

    /** Puts parts behind each other; they are not copied. */
    static final class Builder {

        private final List<Part> parts;
        private long length;

        Builder(int parts) {
            this.parts = new ArrayList<>(parts);
        }

        void add(byte[] bytes, int from) {
            parts.add(new Part(bytes, from));
            length += bytes.length - from;
        }

        AnswerBytes build() {
            return new AnswerBytes(parts, length);
        }
    }

    /**
     * @param start of the length of these bytes
     */
    AnswerBytes between(IntFunction<byte[]> start, byte[] end) {
        Builder whole = new Builder(parts.size() + 2);
        whole.add(start.apply((int) length), 0);
        parts.forEach(part -> whole.add(part.bytes(), part.from()));
        whole.add(end, 0);
        return whole.build();
    }

    long length() {
        return length;
    }

    byte[] whole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length);
        parts.forEach(part -> out.write(part.bytes(), part.from(), rest(part)));
        return out.toByteArray();
    }

    void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            out.write(part.bytes(), part.from(), rest(part));
        }
    }

    private static int rest(Part part) {
        return part.bytes().length - part.from();
    }

    /** Copies of the bytes, so many at once; who takes one releases it. */
    Iterator<ByteBuf> pieces(int size) {
        return new Pieces(size);
    }

    private final class Pieces implements Iterator<ByteBuf> {

        private final int size;
        private long left = length;
        private int part;
        private int taken;

        Pieces(int size) {
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public ByteBuf next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int wanted = (int) Math.min(size, left);
            ByteBuf piece = PooledByteBufAllocator.DEFAULT.directBuffer(wanted, wanted);
            while (piece.readableBytes() < wanted) {
                Part from = parts.get(part);
                int some = Math.min(rest(from) - taken, wanted - piece.readableBytes());
                piece.writeBytes(from.bytes(), from.from() + taken, some);
                taken += some;
                if (taken == rest(from)) {
                    part++;
                    taken = 0;
                }
            }
            left -= wanted;
            return piece;
        }
    }
}
