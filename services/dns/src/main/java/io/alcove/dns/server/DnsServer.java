package io.alcove.dns.server;

import io.alcove.dns.resolve.Resolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/** Both transports on one port. */
public final class DnsServer implements AutoCloseable {

    private static final int MAX_UDP_LISTENERS = 4;
    private static final int BACKLOG = 128;
    private static final int UDP_BUFFER = 1 << 20;

    private final TcpListener tcp;
    private final List<UdpListener> udp;
    private final int port;

    private DnsServer(TcpListener tcp, List<UdpListener> udp, int port) {
        this.tcp = tcp;
        this.udp = udp;
        this.port = port;
    }

    /**
     * Listens and answers.
     *
     * @param port 0 for any that is free
     * @throws IOException where the port is taken or not allowed
     */
    public static DnsServer start(InetAddress address, int port, Resolver resolver)
            throws IOException {
        // TCP first: its port cannot be shared with another process unnoticed, as UDP's can
        ServerSocket server = new ServerSocket(port, BACKLOG, address);
        List<UdpListener> udp = new ArrayList<>();
        try {
            InetSocketAddress same = new InetSocketAddress(address, server.getLocalPort());
            for (int i = 0; i < listeners(); i++) {
                udp.add(new UdpListener(channel(same), resolver));
            }
            DnsServer started =
                    new DnsServer(new TcpListener(server, resolver), udp, server.getLocalPort());
            started.tcp.start();
            udp.forEach(UdpListener::start);
            return started;
        } catch (IOException e) {
            server.close();
            for (UdpListener listener : udp) {
                listener.close();
            }
            throw e;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        for (UdpListener listener : udp) {
            listener.close();
        }
    }

    private static int listeners() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_UDP_LISTENERS);
    }

    private static DatagramChannel channel(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, UDP_BUFFER);
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot listen on " + address, e);
        }
    }
}
