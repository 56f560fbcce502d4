package io.alcove.dns.server;

import io.alcove.dns.resolve.Client;
import io.alcove.dns.resolve.Outcome;
import io.alcove.dns.resolve.Resolver;
import io.alcove.dns.resolve.Transport;
import io.alcove.dns.wire.MessageWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;

/** One client's connection: a question, its answer, the next question. */
final class TcpConnection {

    private static final Logger LOG = System.getLogger(TcpConnection.class.getName());
    private static final int MAX_QUERY = 4096;

    /** For the next question to come whole, and again for its answer to be found and taken. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Socket socket;
    private final Resolver resolver;
    private volatile long deadline;

    TcpConnection(Socket socket, Resolver resolver) {
        this.socket = socket;
        this.resolver = resolver;
        extend();
    }

    boolean isOverdue(long now) {
        return now - deadline > 0;
    }

    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            Client client = Client.of(Transport.TCP, socket.getInetAddress());
            MessageWriter out = new MessageWriter();
            while (true) {
                extend();
                byte[] packet = read(socket.getInputStream());
                extend();
                if (packet.length == 0 || !answer(packet, client, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "connection ended message={0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "question failed", e);
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "close failed message={0}", e.getMessage());
        }
    }

    /** False where the packet deserves no answer: then neither do those that follow. */
    private boolean answer(byte[] packet, Client client, MessageWriter out) throws IOException {
        switch (resolver.resolve(packet, packet.length, client, out)) {
            case Outcome.Silence _ -> {
                return false;
            }
            case Outcome.Ready _ -> {}
            case Outcome.Forward forward -> resolver.finish(forward, out);
        }
        int length = out.finish();
        byte[] framed = new byte[length + 2];
        framed[0] = (byte) (length >> 8);
        framed[1] = (byte) length;
        System.arraycopy(out.buffer(), 0, framed, 2, length);
        socket.getOutputStream().write(framed);
        return true;
    }

    /** Empty where the client has hung up, or wants too much. */
    private static byte[] read(InputStream in) throws IOException {
        int high = in.read();
        int low = in.read();
        int length = high << 8 | low;
        if (high < 0 || low < 0 || length > MAX_QUERY) {
            return new byte[0];
        }
        byte[] packet = in.readNBytes(length);
        if (packet.length < length) {
            throw new EOFException("the client hung up within a question");
        }
        return packet;
    }

    private void extend() {
        deadline = System.nanoTime() + PATIENCE_NANOS;
    }
}
