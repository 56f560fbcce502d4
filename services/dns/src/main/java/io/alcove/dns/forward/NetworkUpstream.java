package io.alcove.dns.forward;

import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.Reply;
import io.alcove.dns.wire.UpstreamQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A server on the network, asked by UDP, and by TCP where its answer does not fit. Each question
 * has a socket and an id of its own, both chosen at random: a stranger's answer has to guess them.
 */
public final class NetworkUpstream implements Upstream {

    private static final int MAX_DATAGRAM = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InetSocketAddress address;

    public NetworkUpstream(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public Reply ask(Query query, Duration patience) throws IOException {
        Deadline deadline = new Deadline(patience);
        Reply reply = askByUdp(query, deadline);
        return reply.isTruncated() ? askByTcp(query, deadline) : reply;
    }

    private Reply askByUdp(Query query, Deadline deadline) throws IOException {
        int id = RANDOM.nextInt(1 << 16);
        byte[] question = UpstreamQuery.bytes(query, id);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
            while (true) {
                socket.setSoTimeout(deadline.millisLeft());
                packet.setLength(MAX_DATAGRAM);
                socket.receive(packet);
                byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
                Optional<Reply> reply = Reply.parse(message, id, query);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
    }

    private Reply askByTcp(Query query, Deadline deadline) throws IOException {
        int id = RANDOM.nextInt(1 << 16);
        byte[] question = UpstreamQuery.bytes(query, id);
        byte[] framed = new byte[question.length + 2];
        framed[0] = (byte) (question.length >> 8);
        framed[1] = (byte) question.length;
        System.arraycopy(question, 0, framed, 2, question.length);
        try (Socket socket = new Socket()) {
            socket.connect(address, deadline.millisLeft());
            socket.getOutputStream().write(framed);
            byte[] length = read(socket, 2, deadline);
            byte[] message = read(socket, (length[0] & 0xff) << 8 | (length[1] & 0xff), deadline);
            return Reply.parse(message, id, query)
                    .filter(reply -> !reply.isTruncated())
                    .orElseThrow(() -> new IOException("no answer to the question"));
        }
    }

    private static byte[] read(Socket socket, int length, Deadline deadline) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length) {
            socket.setSoTimeout(deadline.millisLeft());
            int count = in.read(bytes, read, length - read);
            if (count < 0) {
                throw new IOException("the server hung up");
            }
            read += count;
        }
        return bytes;
    }

    /** Names the server. */
    @Override
    public String toString() {
        return address.toString();
    }

    private record Deadline(long nanoTime) {

        Deadline(Duration patience) {
            this(System.nanoTime() + patience.toNanos());
        }

        int millisLeft() throws SocketTimeoutException {
            long left = (nanoTime - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("no answer in time");
            }
            return (int) left;
        }
    }
}
