package io.alcove.dns.server;

import io.alcove.dns.wire.MessageWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Sends what virtual threads have found out. They do not send themselves, as the first that did
 * would make the socket non-blocking, and each question from then on cost two calls more. An answer
 * that finds the queue full is dropped, as the network might.
 */
final class UdpReplies implements AutoCloseable {

    private static final Logger LOG = System.getLogger(UdpReplies.class.getName());
    private static final int MAX_WAITING = 1000;

    private final DatagramChannel channel;
    private final BlockingQueue<Datagram> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread sender =
            Thread.ofPlatform().daemon().name("dns-udp-replies").unstarted(this::run);

    private record Datagram(SocketAddress to, byte[] bytes) {}

    UdpReplies(DatagramChannel channel) {
        this.channel = channel;
    }

    void start() {
        sender.start();
    }

    void send(SocketAddress to, MessageWriter answer) {
        int length = answer.finish();
        if (!waiting.offer(new Datagram(to, Arrays.copyOf(answer.buffer(), length)))) {
            LOG.log(Level.DEBUG, "answer dropped to={0}", to);
        }
    }

    @Override
    public void close() {
        sender.interrupt();
    }

    private void run() {
        try {
            while (channel.isOpen()) {
                Datagram next = waiting.take();
                send(channel, ByteBuffer.wrap(next.bytes()), next.to());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits for a datagram to arrive: one that cannot be sent is lost. */
    static void send(DatagramChannel channel, ByteBuffer bytes, SocketAddress to) {
        try {
            channel.send(bytes, to);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "answer lost to={0} message={1}", to, e.getMessage());
        }
    }
}
