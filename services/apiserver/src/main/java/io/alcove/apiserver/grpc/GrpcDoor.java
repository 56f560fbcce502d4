package io.alcove.apiserver.grpc;

import io.alcove.client.channel.MutualTlsServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The listener of the second door. */
public final class GrpcDoor {

    private GrpcDoor() {}

    /**
     * @throws IOException where the port is taken, or a file cannot be used
     */
    public static MutualTlsServer start(
            InetSocketAddress address, MutualTlsServer.Files files, ObjectsService service)
            throws IOException {
        return MutualTlsServer.start(address, files, new CallerIdentity(), service);
    }
}
