package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.pod.LogStream;
import io.alcove.apiserver.pod.PodLogOptions;
import io.alcove.apiserver.pod.PodLogs;
import io.alcove.apiserver.request.RequestContext;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Sends logs as fast as the client takes them. */
final class LogEndpoint {

    private static final Logger LOG = Logger.getLogger(LogEndpoint.class);

    /** What is over is refused. */
    private static final int MAX_STREAMS = 500;

    private static final int RETRY_AFTER_SECONDS = 5;

    /** Someone may be reading: a pager takes nothing until its page is turned. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Semaphore streams = new Semaphore(MAX_STREAMS);
    private final PodLogs logs;

    LogEndpoint(PodLogs logs) {
        this.logs = logs;
    }

    boolean serves(RequestContext context) {
        return context.info().verb().equals("get")
                && context.info().group().isEmpty()
                && context.info().resource().equals("pods")
                && context.info().subresource().equals("log");
    }

    void handle(Exchange exchange, RequestContext context) {
        if (exchange.method().equals("HEAD")) {
            throw new StatusException(
                    Status.of(
                            StatusReason.METHOD_NOT_ALLOWED,
                            "the server does not allow this method on the requested resource"));
        }
        if (!streams.tryAcquire()) {
            throw StatusException.tooManyRequests(
                    "Too many logs are being read, please try again later.", RETRY_AFTER_SECONDS);
        }
        try {
            PodLogOptions options = PodLogOptions.of(exchange.query()::first);
            Optional<LogStream> log = logs.open(context, options);
            if (log.isPresent()) {
                send(exchange, log.get());
            } else {
                exchange.respondEmpty(HttpURLConnection.HTTP_NO_CONTENT);
            }
        } finally {
            streams.release();
        }
    }

    private static void send(Exchange exchange, LogStream log) {
        try (log) {
            exchange.onClose(log::close);
            Optional<byte[]> chunk = log.next();
            exchange.startStream("text/plain");
            copy(exchange, log, chunk);
        } catch (IOException e) {
            LOG.debugf("log not taken cause=%s", e.getMessage());
        }
    }

    private static void copy(Exchange exchange, LogStream log, Optional<byte[]> first)
            throws IOException {
        try {
            for (Optional<byte[]> chunk = first; chunk.isPresent(); chunk = log.next()) {
                exchange.write(chunk.get(), PATIENCE);
            }
            exchange.endStream();
        } catch (StatusException e) {
            // the client must not take a part for the whole
            LOG.infof("log broken off path=%s cause=%s", exchange.path(), e.getMessage());
            exchange.abort();
        }
    }
}
