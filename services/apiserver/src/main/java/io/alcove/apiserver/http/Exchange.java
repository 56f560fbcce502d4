package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apiserver.authentication.Credentials;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * One request and its answer, as the blocking code on its virtual thread sees them. All that
 * touches the connection happens on its event loop.
 */
final class Exchange {

    /** Upstream compresses answers from this size. */
    private static final int COMPRESSED_FROM = 128 * 1024;

    /** A client that takes nothing for so long is cut off. */
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(30);

    private static final String BEARER = "bearer ";

    private final HttpServerRequest request;
    private final Context context;
    private final byte[] body;
    private final List<String> warnings = new ArrayList<>();
    private final String auditId = UUID.randomUUID().toString();

    Exchange(HttpServerRequest request, Context context, byte[] body) {
        this.request = request;
        this.context = context;
        this.body = body;
    }

    String method() {
        return request.method().name();
    }

    String path() {
        return java.util.Objects.requireNonNullElse(request.path(), "/");
    }

    Query query() {
        return new Query(request.params());
    }

    String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    byte[] body() {
        return body;
    }

    /** The media type of the body, without its parameters. */
    String contentType() {
        String type = header("Content-Type");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    void warn(String text) {
        warnings.add(text);
    }

    Credentials credentials() {
        String authorization = header("Authorization");
        Optional<String> token =
                authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? Optional.of(authorization.substring(BEARER.length()).strip())
                        : Optional.empty();
        return new Credentials(clientCertificates(), token.filter(t -> !t.isEmpty()));
    }

    private List<X509Certificate> clientCertificates() {
        SSLSession session = request.sslSession();
        if (session == null) {
            return List.of();
        }
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
            return chain;
        } catch (SSLPeerUnverifiedException _) {
            return List.of();
        }
    }

    void respond(int code, String contentType, byte[] answer) {
        boolean compressed =
                answer.length > COMPRESSED_FROM && header("Accept-Encoding").contains("gzip");
        Buffer buffer = Buffer.buffer(compressed ? gzip(answer) : answer);
        context.runOnContext(
                _ -> {
                    HttpServerResponse response = head(code, contentType);
                    if (compressed) {
                        response.putHeader("Content-Encoding", "gzip");
                    }
                    if (request.method().name().equals("HEAD")) {
                        response.putHeader("Content-Length", Integer.toString(buffer.length()));
                        response.end();
                    } else {
                        response.end(buffer);
                    }
                });
    }

    void respondEmpty(int code) {
        context.runOnContext(
                _ -> request.response().setStatusCode(code).putHeader("Audit-Id", auditId).end());
    }

    void respondText(int code, String text) {
        respond(code, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void respond(Status status) {
        if (status.details().retryAfterSeconds() > 0) {
            request.response()
                    .putHeader(
                            "Retry-After", Integer.toString(status.details().retryAfterSeconds()));
        }
        respond(
                status.code(),
                "application/json",
                status.toNode().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the head of an answer whose end is not known yet. */
    void startStream(String contentType) throws IOException {
        await(
                onContext(
                        () -> {
                            HttpServerResponse response = head(200, contentType);
                            response.setChunked(true);
                            return response.writeHead();
                        }));
    }

    /** Waits until the connection took the bytes. */
    void write(byte[] chunk) throws IOException {
        write(chunk, WRITE_DEADLINE);
    }

    /**
     * @param patience how long the client may take nothing
     */
    void write(byte[] chunk, Duration patience) throws IOException {
        await(onContext(() -> request.response().write(Buffer.buffer(chunk))), patience);
    }

    /** Breaks off an answer that cannot be completed. */
    void abort() {
        context.runOnContext(_ -> request.response().reset());
    }

    void endStream() {
        context.runOnContext(
                _ -> {
                    if (!request.response().closed()) {
                        request.response().end();
                    }
                });
    }

    /** Runs once when the client is gone. */
    void onClose(Runnable action) {
        context.runOnContext(
                _ -> {
                    if (request.response().closed()) {
                        action.run();
                    } else {
                        request.response().closeHandler(_ -> action.run());
                    }
                });
    }

    private HttpServerResponse head(int code, String contentType) {
        HttpServerResponse response = request.response();
        response.setStatusCode(code)
                .putHeader("Content-Type", contentType)
                .putHeader("Cache-Control", "no-cache, private")
                .putHeader("Audit-Id", auditId);
        for (String warning : warnings) {
            response.headers().add("Warning", "299 - \"" + quoted(warning) + "\"");
        }
        return response;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private Future<Void> onContext(java.util.function.Supplier<Future<Void>> action) {
        io.vertx.core.Promise<Void> done = io.vertx.core.Promise.promise();
        context.runOnContext(
                _ -> {
                    try {
                        action.get().onComplete(done);
                    } catch (IllegalStateException e) {
                        done.fail(e);
                    }
                });
        return done.future();
    }

    private void await(Future<Void> future) throws IOException {
        await(future, WRITE_DEADLINE);
    }

    private void await(Future<Void> future, Duration patience) throws IOException {
        try {
            future.toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.connection().close();
            throw new IOException("the client takes nothing", e);
        } catch (ExecutionException e) {
            throw new IOException("the client is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
