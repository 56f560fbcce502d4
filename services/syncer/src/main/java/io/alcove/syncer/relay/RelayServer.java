package io.alcove.syncer.relay;

import io.alcove.client.channel.MutualTlsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The relay's listener, which only the API server may call. */
public final class RelayServer implements AutoCloseable {

    private static final String API_SERVER = "system:alcove-apiserver";

    private final MutualTlsServer server;

    private RelayServer(MutualTlsServer server) {
        this.server = server;
    }

    public static RelayServer start(
            int port, RelayService service, Path certificate, Path privateKey, Path authority)
            throws IOException {
        return new RelayServer(
                MutualTlsServer.start(
                        new InetSocketAddress(port),
                        new MutualTlsServer.Files(certificate, privateKey, authority),
                        new CallerCheck(API_SERVER),
                        service));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
