package io.alcove.syncer.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One file of an outbox: entries one after the other, each as body length, CRC-32 of the body, and
 * body, which is key length, key, value.
 */
final class Segment {

    private static final int HEADER = 2 * Integer.BYTES;
    private static final int MAX_BODY = 8 << 20;

    private final Path file;
    private final FileChannel channel;
    private final long firstSequence;

    /** Where each entry begins, and where the next one will. */
    private final List<Long> offsets = new ArrayList<>(List.of(0L));

    private Segment(Path file, FileChannel channel, long firstSequence) {
        this.file = file;
        this.channel = channel;
        this.firstSequence = firstSequence;
    }

    static Segment create(Path file, long firstSequence) throws IOException {
        return new Segment(
                file,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                firstSequence);
    }

    /** Reads up to the first entry that is not whole, and cuts the file there. */
    static Segment recover(Path file, long firstSequence) throws IOException {
        Segment segment = create(file, firstSequence);
        ByteBuffer body = segment.readBody(0);
        while (body != null) {
            segment.offsets.add(segment.bytes() + HEADER + body.limit());
            body = segment.readBody(segment.bytes());
        }
        segment.channel.truncate(segment.bytes());
        return segment;
    }

    void append(String key, byte[] value) throws IOException {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int length = Integer.BYTES + keyBytes.length + value.length;
        ByteBuffer entry = ByteBuffer.allocate(HEADER + length);
        entry.position(HEADER).putInt(keyBytes.length).put(keyBytes).put(value);
        entry.putInt(0, length).putInt(Integer.BYTES, checksum(entry.array(), HEADER, length));
        entry.flip();
        long offset = bytes();
        while (entry.hasRemaining()) {
            offset += channel.write(entry, offset);
        }
        offsets.add(offset);
    }

    void read(long fromSequence, int max, Consumer<Outbox.Entry> consumer) throws IOException {
        long from = Math.max(fromSequence, firstSequence);
        long to = Math.min(from + max, end());
        for (long sequence = from; sequence < to; sequence++) {
            ByteBuffer body = readBody(offsets.get((int) (sequence - firstSequence)));
            if (body == null) {
                throw new IOException("damaged entry " + sequence + " in " + file);
            }
            byte[] key = new byte[body.getInt()];
            body.get(key);
            byte[] value = new byte[body.remaining()];
            body.get(value);
            consumer.accept(
                    new Outbox.Entry(sequence, new String(key, StandardCharsets.UTF_8), value));
        }
    }

    long first() {
        return firstSequence;
    }

    /** The sequence after the last entry. */
    long end() {
        return firstSequence + offsets.size() - 1;
    }

    long bytes() {
        return offsets.getLast();
    }

    void sync() throws IOException {
        channel.force(false);
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private @Nullable ByteBuffer readBody(long offset) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!fill(header, offset)) {
            return null;
        }
        int length = header.getInt(0);
        if (length < Integer.BYTES || length > MAX_BODY) {
            return null;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        boolean isWhole =
                fill(body, offset + HEADER)
                        && checksum(body.array(), 0, length) == header.getInt(Integer.BYTES);
        return isWhole ? body.flip() : null;
    }

    private boolean fill(ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
