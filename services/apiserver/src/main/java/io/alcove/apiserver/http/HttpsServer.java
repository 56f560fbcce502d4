package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.tls.ServingKeys;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** The HTTPS listener. A body is collected on the event loop, the rest runs on a virtual thread. */
public final class HttpsServer implements AutoCloseable {

    /** Of the request line and of all headers together; more is answered 414 or 431. */
    private static final int MAX_HEAD = 256 * 1024;

    /** The one that a client of a watch names, whatever it is. */
    private static final String ANY_PROTOCOL = "*";

    /** Clients of a watch have nothing to send. */
    private static final int MAX_FRAME = 64 * 1024;

    /** For a client to say that it goes too. */
    private static final int CLOSING_SECONDS = 1;

    /** Upstream's limit of requests at once on one connection. */
    private static final int MAX_STREAMS = 100;

    /** A little more than a request may take. */
    private static final Duration SHUTDOWN_PATIENCE = RequestDeadline.LONGEST.plusSeconds(5);

    private final Vertx vertx;
    private final RestDoor door;
    private final Connections connections;
    private final OpenRequests requests = new OpenRequests();
    private final BodyBudget budget = new BodyBudget();
    private final HttpServer server;

    private HttpsServer(Vertx vertx, HttpServerOptions options, RestDoor door) {
        this.vertx = vertx;
        this.door = door;
        this.connections = new Connections(vertx);
        this.server =
                vertx.createHttpServer(options)
                        .connectionHandler(connections::opened)
                        .invalidRequestHandler(request -> UnreadableRequests.refuse(vertx, request))
                        .requestHandler(this::receive);
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
                        .setSslEngineOptions(TlsEngine.fastest())
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                        .setKeyCertOptions(KeyCertOptions.wrap(keys))
                        .setClientAuth(ClientAuth.REQUEST)
                        .setTrustOptions(TrustOptions.wrap(new AnyClientCertificate()))
                        .setMaxHeaderSize(MAX_HEAD)
                        .setMaxInitialLineLength(MAX_HEAD)
                        .setWebSocketSubProtocols(List.of(ANY_PROTOCOL))
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setMaxWebSocketFrameSize(MAX_FRAME)
                        .setMaxWebSocketMessageSize(MAX_FRAME)
                        .setWebSocketClosingTimeout(CLOSING_SECONDS)
                        .setInitialSettings(
                                new Http2Settings()
                                        .setMaxConcurrentStreams(MAX_STREAMS)
                                        .setMaxHeaderListSize(MAX_HEAD));
        HttpsServer https = new HttpsServer(vertx, options, door);
        try {
            https.server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
        return https;
    }

    public int port() {
        return server.actualPort();
    }

    private void receive(HttpServerRequest request) {
        connections.requestBegan(request.connection());
        Reception reception =
                new Reception(
                        vertx,
                        request,
                        info(request),
                        door.encodings(),
                        budget,
                        exchange -> {
                            requests.leave(exchange);
                            connections.requestEnded(request.connection());
                        });
        if (requests.enter(reception.exchange())) {
            reception.receive(door::handle);
        } else {
            reception.refuse(OpenRequests.shuttingDown());
        }
    }

    private static RequestInfo info(HttpServerRequest request) {
        String path = request.path() == null ? "/" : request.path();
        String method = request.method().name();
        try {
            return RequestResolver.resolve(method, path, new Query(request.params()));
        } catch (IllegalArgumentException | StatusException _) {
            return RequestInfo.nonResource(method.toLowerCase(Locale.ROOT), path);
        }
    }

    /** Takes no more requests, lets those in flight end, and ends watches and logs. */
    @Override
    public void close() {
        requests.drain(SHUTDOWN_PATIENCE);
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
