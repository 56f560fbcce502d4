package io.alcove.dns.server;

import io.alcove.dns.resolve.Client;
import io.alcove.dns.resolve.Outcome;
import io.alcove.dns.resolve.Resolver;
import io.alcove.dns.resolve.Transport;
import io.alcove.dns.wire.MessageWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * One socket and the thread that reads it. What memory knows is answered on that thread; what
 * others have to be asked goes to a virtual thread, whose answer {@link UdpReplies} sends.
 */
final class UdpListener implements AutoCloseable {

    private static final Logger LOG = System.getLogger(UdpListener.class.getName());
    private static final int MAX_QUERY = 4096;
    private static final int SEND_BUFFER = 4096;
    private static final long PAUSE_MILLIS = 100;

    private final DatagramChannel channel;
    private final Resolver resolver;
    private final UdpReplies replies;
    private final ByteBuffer received = ByteBuffer.allocateDirect(MAX_QUERY);
    private final ByteBuffer sent = ByteBuffer.allocateDirect(SEND_BUFFER);
    private final byte[] packet = new byte[MAX_QUERY];
    private final MessageWriter out = new MessageWriter();

    UdpListener(DatagramChannel channel, Resolver resolver) {
        this.channel = channel;
        this.resolver = resolver;
        this.replies = new UdpReplies(channel);
    }

    void start() {
        Thread.ofPlatform().daemon().name("dns-udp").start(this::run);
        replies.start();
    }

    @Override
    public void close() throws IOException {
        replies.close();
        channel.close();
    }

    private void run() {
        while (channel.isOpen()) {
            try {
                receive();
            } catch (IOException e) {
                if (channel.isOpen()) {
                    LOG.log(Level.WARNING, "udp failed message={0}", e.getMessage());
                    pause();
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "question failed", e);
            }
        }
    }

    private void receive() throws IOException {
        received.clear();
        SocketAddress address = channel.receive(received);
        if (!(address instanceof InetSocketAddress from) || from.getPort() == 0) {
            return;
        }
        int length = received.position();
        received.get(0, packet, 0, length);
        Client client = Client.of(Transport.UDP, from.getAddress());
        switch (resolver.resolve(packet, length, client, out)) {
            case Outcome.Silence _ -> {}
            case Outcome.Ready _ -> send(from);
            case Outcome.Forward forward ->
                    Thread.ofVirtual().name("dns-forward").start(() -> finish(forward, from));
        }
    }

    private void finish(Outcome.Forward forward, InetSocketAddress to) {
        MessageWriter answer = new MessageWriter();
        resolver.finish(forward, answer);
        replies.send(to, answer);
    }

    private void send(SocketAddress to) {
        int length = out.finish();
        sent.clear().put(out.buffer(), 0, length).flip();
        UdpReplies.send(channel, sent, to);
    }

    /** So that an error which stays does not take all of a core. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
