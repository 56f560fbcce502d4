package io.alcove.apiserver.relay;

import io.alcove.apiserver.allocation.HostServices;
import io.alcove.apiserver.openapi.HostTypes;
import io.alcove.apiserver.pod.LogSource;
import io.alcove.client.channel.ApiServerChannel;
import io.alcove.client.channel.ApiServerConnection;
import io.alcove.proto.relay.v1.RelayGrpc;
import java.io.IOException;

/**
 * The mutual TLS channel to the syncer's relay. It connects with the first call, so that the syncer
 * may come up later; its certificate files are read again when they change.
 */
public final class Relay implements AutoCloseable {

    private final ApiServerChannel channel;

    private Relay(ApiServerChannel channel) {
        this.channel = channel;
    }

    /**
     * @param connection of the relay, with the API server's own certificate
     * @throws IOException where a file cannot be used
     */
    public static Relay open(ApiServerConnection connection) throws IOException {
        return new Relay(ApiServerChannel.open(connection));
    }

    public HostServices services() {
        return new RelayServices(new RelayCalls(channel.channel()));
    }

    public HostTypes types() {
        return new RelayTypes(new RelayCalls(channel.channel()));
    }

    public LogSource logs() {
        return query -> RelayLog.open(RelayGrpc.newBlockingStub(channel.channel()), query);
    }

    @Override
    public void close() {
        channel.close();
    }
}
