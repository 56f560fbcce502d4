package io.alcove.syncer.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The last acknowledged sequence, in eight bytes of a file. */
final class Position implements AutoCloseable {

    private final FileChannel channel;
    private final long opened;

    private Position(FileChannel channel, long opened) {
        this.channel = channel;
        this.opened = opened;
    }

    static Position open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
        int read = channel.read(buffer, 0);
        return new Position(channel, read == Long.BYTES ? buffer.getLong(0) : 0);
    }

    /** The value that was found on opening. */
    long value() {
        return opened;
    }

    void write(long sequence) throws IOException {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
