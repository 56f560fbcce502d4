package io.alcove.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** One TLS connection, for one thread, one request after the other. */
final class Connection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Answer.Sink NOWHERE = (_, _, _) -> {};

    private final SSLSocket socket;
    private final OutputStream out;
    private final Answer answer;

    /** The server knows the client when this returns. */
    Connection(Endpoint endpoint) throws IOException {
        socket =
                (SSLSocket)
                        endpoint.tls()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", endpoint.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        out = socket.getOutputStream();
        answer = new Answer(socket.getInputStream());
        perform(Request.get("/api/v1/namespaces/default"));
    }

    /** Sends a request and takes its whole answer. */
    void perform(Request request) throws IOException {
        perform(request, NOWHERE);
    }

    String text(Request request) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        perform(request, (bytes, from, to) -> text.write(bytes, from, to - from));
        return text.toString(StandardCharsets.UTF_8);
    }

    /**
     * @throws IOException also where the server refuses
     */
    void perform(Request request, Answer.Sink sink) throws IOException {
        out.write(request.bytes());
        answer.readHead();
        if (answer.status() >= 300) {
            ByteArrayOutputStream refusal = new ByteArrayOutputStream();
            answer.readBody((bytes, from, to) -> refusal.write(bytes, from, to - from));
            throw new RefusedException(answer.status(), refusal.toString(StandardCharsets.UTF_8));
        }
        answer.readBody(sink);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
