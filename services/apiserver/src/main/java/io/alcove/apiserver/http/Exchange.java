package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apiserver.audit.AuditTrail;
import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.authentication.RequestHeaders;
import io.alcove.apiserver.metrics.RequestLabels;
import io.alcove.apiserver.request.RequestInfo;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as the blocking code on its virtual thread sees them. All that
 * touches the connection happens on its event loop.
 */
final class Exchange {

    /** Upstream compresses answers from this size. */
    private static final int COMPRESSED_FROM = 128 * 1024;

    /** A client that takes nothing for so long is cut off. */
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(30);

    static final Duration LINGER = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final int OK = 200;
    private static final String BEARER = "bearer ";

    /** Answers up to this size are handed to the connection at once. */
    private static final int SENT_WHOLE = 64 * 1024;

    /** Others in pieces of this size, of which two are on their way at most. */
    private static final int PIECE = 256 * 1024;

    private final HttpServerRequest request;
    private final Context context;
    private final RequestInfo info;
    private final Encodings encodings;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile byte[] body = new byte[0];
    private volatile int retryAfterSeconds;
    private volatile boolean closesAfter;
    private volatile boolean stopped;
    private volatile int code = OK;
    private volatile long size;
    private volatile @Nullable RequestLabels labels;
    private volatile @Nullable AuditTrail trail;
    private volatile AnswerBytes answer = AnswerBytes.of(new byte[0]);
    private volatile String answerType = "";
    private volatile boolean streamed;
    private volatile Runnable streamStart = () -> {};
    private volatile Runnable closeAction = () -> {};
    private volatile Runnable upgradeEnd = () -> {};
    private final List<String> warnings = new ArrayList<>();
    private final String auditId = auditId();
    private final Map<String, String> answerHeaders = new HashMap<>();

    /** To be made on the request's event loop. */
    Exchange(HttpServerRequest request, Context context, RequestInfo info, Encodings encodings) {
        this.encodings = encodings;
        this.request = request;
        this.context = context;
        this.info = info;
    }

    /** A UUID of version 4; nobody needs to be kept from guessing it. */
    private static String auditId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    RequestInfo info() {
        return info;
    }

    void received(byte[] whole) {
        body = whole;
    }

    String method() {
        return request.method().name();
    }

    String path() {
        return Objects.requireNonNullElse(request.path(), "/");
    }

    /** Path and query as they came. */
    String uri() {
        return request.uri();
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

    /** A header of the answer, to be set before it is given. */
    void answerHeader(String name, String value) {
        answerHeaders.put(name, value);
    }

    List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    Set<String> headerNames() {
        return request.headers().names();
    }

    /** Under which labels the answer is measured. */
    void measure(RequestLabels of) {
        labels = of;
    }

    Optional<RequestLabels> measured() {
        return Optional.ofNullable(labels);
    }

    /** Of the answer. */
    int code() {
        return code;
    }

    /** Bytes of the answer, before they are compressed; 0 for a stream. */
    long size() {
        return size;
    }

    /** The Audit-Id of the answer. */
    String requestId() {
        return auditId;
    }

    String remoteAddress() {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    /** What is told of this request. */
    void auditedBy(AuditTrail of) {
        trail = of;
    }

    Optional<AuditTrail> trail() {
        return Optional.ofNullable(trail);
    }

    /** What was answered, before it was compressed; empty for a stream. */
    byte[] answer() {
        return answer.whole();
    }

    String answerType() {
        return answerType;
    }

    boolean isStreamed() {
        return streamed;
    }

    /** Runs before the first byte of an answer whose end is not known. */
    void onStream(Runnable action) {
        streamStart = action;
    }

    /** The same text is told once. */
    void warn(String text) {
        if (!warnings.contains(text)) {
            warnings.add(text);
        }
    }

    Credentials credentials() {
        String authorization = header("Authorization");
        Optional<String> token =
                authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? Optional.of(authorization.substring(BEARER.length()).strip())
                        : WebSocketRequest.token(this);
        return new Credentials(
                clientCertificates(), token.filter(t -> !t.isEmpty()), requestHeaders(), path());
    }

    private RequestHeaders requestHeaders() {
        return new RequestHeaders() {
            @Override
            public List<String> values(String name) {
                return headers(name);
            }

            @Override
            public Set<String> names() {
                return headerNames();
            }
        };
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
        respond(code, contentType, AnswerBytes.of(answer));
    }

    /** The first answer counts; one that comes after a timeout goes nowhere. */
    void respond(int code, String contentType, AnswerBytes answer) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        this.code = code;
        this.size = answer.length();
        this.answer = answer;
        this.answerType = contentType;
        boolean compressed = answer.length() > COMPRESSED_FROM && takesGzip();
        AnswerBytes sent = compressed ? AnswerBytes.of(gzip(answer)) : answer;
        if (method().equals("HEAD")) {
            context.runOnContext(_ -> headOf(code, contentType, compressed, sent).end());
        } else if (sent.length() > SENT_WHOLE) {
            respondInPieces(code, contentType, compressed, sent);
        } else {
            Buffer whole = Buffer.buffer(sent.whole());
            context.runOnContext(
                    _ ->
                            head(code, contentType, compressed)
                                    .end(whole)
                                    .onComplete(_ -> closeIfRefused()));
        }
    }

    private HttpServerResponse headOf(
            int code, String contentType, boolean compressed, AnswerBytes answer) {
        return head(code, contentType, compressed)
                .putHeader("Content-Length", Long.toString(answer.length()));
    }

    /** By its bare name: upstream reads no parameters here. */
    private boolean takesGzip() {
        return Arrays.stream(header("Accept-Encoding").split(",", -1))
                .anyMatch(coding -> coding.strip().equals("gzip"));
    }

    /** A little later, for a client that still sends would not read the answer else. */
    private void closeIfRefused() {
        if (closesAfter) {
            context.owner().setTimer(LINGER.toMillis(), _ -> request.connection().close());
        }
    }

    /**
     * So that a client that takes nothing is found out. While a piece is on its way, the next is
     * put together.
     */
    private void respondInPieces(
            int code, String contentType, boolean compressed, AnswerBytes answer) {
        try {
            Future<Void> before =
                    onContext(() -> headOf(code, contentType, compressed, answer).writeHead());
            Iterator<ByteBuf> pieces = answer.pieces(PIECE);
            while (pieces.hasNext()) {
                Future<Void> last = before;
                before = write(pieces.next());
                await(last);
            }
            await(before);
            endStream();
        } catch (IOException e) {
            LOG.debugf("answer not taken path=%s cause=%s", path(), e.getMessage());
        }
    }

    @SuppressWarnings(
            "deprecation") // what replaces it is Vert.x 5's; without it all is copied again
    private Future<Void> write(ByteBuf piece) {
        return onContext(() -> request.response().write(Buffer.buffer(piece)))
                .onComplete(_ -> piece.release());
    }

    /** Answers a request that is not read to its end. Called on the event loop. */
    void refuse(Status status) {
        if (!answered.get()) {
            closeAfter();
            respond(status);
        }
    }

    /** The same with an answer of one form. */
    void refuse(int code, String contentType, byte[] answer) {
        if (!answered.get()) {
            closeAfter();
            respond(code, contentType, answer);
        }
    }

    private void closeAfter() {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
            closesAfter = true;
        }
    }

    void respondEmpty(int code) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        this.code = code;
        context.runOnContext(
                _ -> request.response().setStatusCode(code).putHeader("Audit-Id", auditId).end());
    }

    void respondText(int code, String text) {
        respond(code, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document, in the encoding of the form. */
    void respond(int code, Representation form, byte[] json) {
        respond(
                code,
                form.mediaType(),
                encodings.encode(form.prettyIf(PrettyJson.isWanted(this)), json));
    }

    void respond(Status status) {
        if (status.details().retryAfterSeconds() > 0) {
            retryAfterSeconds = status.details().retryAfterSeconds();
        }
        byte[] json = status.toNode().toString().getBytes(StandardCharsets.UTF_8);
        Optional<Representation> form = Negotiation.ofAnything(header("Accept"), encodings.all());
        if (form.isPresent()) {
            respond(status.code(), form.get(), json);
        } else {
            respond(status.code(), "application/json", PrettyJson.of(json));
        }
    }

    /** Sends the head of an answer whose end is not known yet. */
    void startStream(String contentType) throws IOException {
        if (!answered.compareAndSet(false, true)) {
            throw new IOException("answered already");
        }
        streamed = true;
        streamStart.run();
        await(
                onContext(
                        () -> {
                            HttpServerResponse response = head(200, contentType, false);
                            response.setChunked(true);
                            return response.writeHead();
                        }));
    }

    /** Takes the connection over; nothing else is answered. */
    MessageSocket upgrade() throws IOException {
        if (!answered.compareAndSet(false, true)) {
            throw new IOException("answered already");
        }
        streamed = true;
        streamStart.run();
        AtomicReference<ServerWebSocket> opened = new AtomicReference<>();
        run(
                () ->
                        request.toWebSocket()
                                .onSuccess(
                                        socket -> {
                                            opened.set(socket);
                                            socket.closeHandler(_ -> upgradeEnd.run());
                                            socket.exceptionHandler(_ -> {});
                                        })
                                .mapEmpty());
        return new MessageSocket(this, Objects.requireNonNull(opened.get()));
    }

    /** To be told that what the connection became has ended. */
    void onUpgradeEnd(Runnable action) {
        upgradeEnd = action;
    }

    /** Does something on the event loop and waits for it. */
    void run(Supplier<Future<Void>> action) throws IOException {
        await(onContext(action));
    }

    /** Sends bytes after those sent before; the future tells when the connection took them. */
    Future<Void> writeLater(byte[] chunk) {
        return onContext(() -> request.response().write(Buffer.buffer(chunk)));
    }

    /** Waits until the connection took the bytes. */
    void write(byte[] chunk) throws IOException {
        write(chunk, WRITE_DEADLINE);
    }

    /**
     * @param patience how long the client may take nothing
     */
    void write(byte[] chunk, Duration patience) throws IOException {
        await(writeLater(chunk), patience);
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

    /** Runs when the client is gone, or when the server stops. */
    void onClose(Runnable action) {
        context.runOnContext(
                _ -> {
                    closeAction = action;
                    if (stopped || request.response().closed()) {
                        action.run();
                    }
                });
    }

    /** Ends what goes on for long. */
    void stop() {
        stopped = true;
        closeAction.run();
    }

    private HttpServerResponse head(int code, String contentType, boolean compressed) {
        HttpServerResponse response = request.response();
        response.setStatusCode(code)
                .putHeader("Cache-Control", "no-cache, private")
                .putHeader("Audit-Id", auditId);
        if (compressed) {
            response.putHeader("Content-Encoding", "gzip");
            if (!answerHeaders.containsKey("Vary")) {
                response.putHeader("Vary", "Accept-Encoding");
            }
        }
        if (retryAfterSeconds > 0) {
            response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
        }
        if (!contentType.isEmpty()) {
            response.putHeader("Content-Type", contentType);
        }
        answerHeaders.forEach(response::putHeader);
        for (String warning : warnings) {
            response.headers().add("Warning", "299 - \"" + quoted(warning) + "\"");
        }
        return response;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private Future<Void> onContext(Supplier<Future<Void>> action) {
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

    /** Waits until the connection took what the future is about. */
    void await(Future<Void> future) throws IOException {
        await(future, WRITE_DEADLINE);
    }

    private void await(Future<Void> future, Duration patience) throws IOException {
        if (future.succeeded()) {
            return;
        }
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

    private static byte[] gzip(AnswerBytes answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) answer.length() / 4);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            answer.writeTo(gzip);
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
