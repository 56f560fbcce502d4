package io.alcove.dns.server;

import io.alcove.dns.resolve.Resolver;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes connections, each on a virtual thread, up to a bound; more are closed at once. Those that
 * do nothing for too long are closed by a thread that looks at all of them, whether they read or
 * write.
 */
final class TcpListener implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TcpListener.class.getName());
    private static final int MAX_CONNECTIONS = 512;
    private static final long LOOK_MILLIS = 500;

    private final ServerSocket server;
    private final Resolver resolver;
    private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Thread acceptor =
            Thread.ofPlatform().daemon().name("dns-tcp").unstarted(this::accept);
    private final Thread watcher = Thread.ofVirtual().name("dns-tcp-idle").unstarted(this::watch);

    TcpListener(ServerSocket server, Resolver resolver) {
        this.server = server;
        this.resolver = resolver;
    }

    void start() {
        acceptor.start();
        watcher.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        watcher.interrupt();
        connections.forEach(TcpConnection::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.log(Level.WARNING, "accept failed message={0}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void take(Socket socket) {
        TcpConnection connection = new TcpConnection(socket, resolver);
        if (connections.size() >= MAX_CONNECTIONS) {
            connection.close();
            return;
        }
        connections.add(connection);
        Thread.ofVirtual()
                .name("dns-tcp-connection")
                .start(
                        () -> {
                            try {
                                connection.serve();
                            } finally {
                                connections.remove(connection);
                            }
                        });
    }

    private void watch() {
        while (!server.isClosed()) {
            long now = System.nanoTime();
            connections.stream().filter(c -> c.isOverdue(now)).forEach(TcpConnection::close);
            if (!pause()) {
                return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
