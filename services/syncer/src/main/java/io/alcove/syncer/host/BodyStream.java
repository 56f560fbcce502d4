package io.alcove.syncer.host;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response body for a thread that may block. The next piece is asked for only when the one before
 * is read, so that the sender waits for the reader.
 */
final class BodyStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

    private record Piece(ByteBuffer data, boolean last) {}

    private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
    private final Duration patience;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable AsyncBody body;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    /**
     * @param patience how long the body may be silent
     */
    BodyStream(Duration patience) {
        this.patience = patience;
    }

    void start(AsyncBody body) {
        this.body = body;
        CompletableFuture<?> _ =
                body.done()
                        .whenComplete(
                                (_, problem) -> {
                                    failure = problem;
                                    arrived.add(new Piece(ByteBuffer.allocate(0), true));
                                });
        body.consume();
    }

    @Override
    public void consume(List<ByteBuffer> pieces, AsyncBody body) {
        int length = pieces.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer whole = ByteBuffer.allocate(length);
        pieces.forEach(whole::put);
        arrived.add(new Piece(whole.flip(), false));
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(buffer, offset, count);
        return count;
    }

    @Override
    public void close() {
        AsyncBody open = body;
        if (open != null) {
            open.cancel();
        }
    }

    private boolean fill() throws IOException {
        while (!current.hasRemaining()) {
            if (ended) {
                return false;
            }
            Piece next = await();
            if (next.last()) {
                ended = true;
                Throwable problem = failure;
                if (problem != null) {
                    throw new IOException("the host broke off its answer", problem);
                }
            } else {
                current = next.data();
                AsyncBody open = body;
                if (open != null) {
                    open.consume();
                }
            }
        }
        return true;
    }

    private Piece await() throws IOException {
        try {
            Piece next = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new IOException("the host was silent for " + patience);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the host", e);
        }
    }
}
