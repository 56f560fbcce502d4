package io.alcove.testing.apiserver;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;

/**
 * The gRPC door of an API server that keeps its objects in memory and lets anyone do anything:
 * revisions, watches, generateName, generation, finalizers, graceful deletion of pods, status and
 * finalize subresources. It defaults, validates and admits nothing, records no managed fields, and
 * takes an apply for a merge.
 */
public final class FakeApiServer implements AutoCloseable {

    private final FakeObjects objects = new FakeObjects();
    private final Server server;
    private final ManagedChannel channel;

    private FakeApiServer(Server server, ManagedChannel channel, FakeObjectsService service) {
        this.server = server;
        this.channel = channel;
        service.serve(objects);
    }

    public static FakeApiServer start() {
        String name = InProcessServerBuilder.generateName();
        FakeObjectsService service = new FakeObjectsService();
        try {
            Server server =
                    InProcessServerBuilder.forName(name)
                            .executor(Executors.newVirtualThreadPerTaskExecutor())
                            .addService(service)
                            .build()
                            .start();
            ManagedChannel channel =
                    InProcessChannelBuilder.forName(name)
                            .executor(Executors.newVirtualThreadPerTaskExecutor())
                            .build();
            return new FakeApiServer(server, channel, service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Channel channel() {
        return channel;
    }

    /** What the server holds, to arrange and to look at. */
    public FakeObjects objects() {
        return objects;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
