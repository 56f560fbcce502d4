package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.tls.ServingKeys;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** The HTTPS listener. A body is collected on the event loop, the rest runs on a virtual thread. */
public final class HttpsServer implements AutoCloseable {

    /** Upstream's limit of a request body. */
    private static final int MAX_BODY = 3 * 1024 * 1024;

    private static final int MAX_HEADER = 64 * 1024;

    private final HttpServer server;

    private HttpsServer(HttpServer server) {
        this.server = server;
    }

    /** Returns when the port takes connections. */
    public static HttpsServer start(
            Vertx vertx, String address, int port, ServingKeys keys, RestDoor door) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(address)
                        .setPort(port)
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                        .setKeyCertOptions(KeyCertOptions.wrap(keys))
                        .setClientAuth(ClientAuth.REQUEST)
                        .setTrustOptions(TrustOptions.wrap(new AnyClientCertificate()))
                        .setMaxHeaderSize(MAX_HEADER)
                        .setMaxInitialLineLength(MAX_HEADER);
        HttpServer server =
                vertx.createHttpServer(options)
                        .requestHandler(request -> receive(vertx, request, door));
        try {
            server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
        return new HttpsServer(server);
    }

    public int port() {
        return server.actualPort();
    }

    private static void receive(Vertx vertx, HttpServerRequest request, RestDoor door) {
        Context context = vertx.getOrCreateContext();
        Buffer body = Buffer.buffer();
        boolean[] refused = new boolean[1];
        request.handler(
                chunk -> {
                    if (refused[0]) {
                        return;
                    }
                    if (body.length() + chunk.length() > MAX_BODY) {
                        refused[0] = true;
                        new Exchange(request, context, new byte[0]).respond(tooLarge());
                        return;
                    }
                    body.appendBuffer(chunk);
                });
        request.endHandler(
                _ -> {
                    if (!refused[0]) {
                        Exchange exchange = new Exchange(request, context, body.getBytes());
                        Thread.ofVirtual().name("request").start(() -> door.handle(exchange));
                    }
                });
    }

    private static Status tooLarge() {
        return Status.of(
                StatusReason.REQUEST_ENTITY_TOO_LARGE,
                "Request entity too large: limit is " + MAX_BODY);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
