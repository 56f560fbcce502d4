package io.alcove.apiserver.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends connections that ask nothing: those that never send a whole head of a request, and those
 * that were left open. What concerns one connection happens on its event loop.
 */
final class Connections {

    static final int MAX_OPEN = 5000;

    /** Upstream's patience for the head of a request, and between requests. */
    private static final Duration FIRST_REQUEST = Duration.ofSeconds(32);

    private static final Duration NEXT_REQUEST = Duration.ofSeconds(90);

    private final Vertx vertx;
    private final Map<HttpConnection, Use> uses = new ConcurrentHashMap<>();

    private static final class Use {
        private int requests;
        private long timer;
    }

    Connections(Vertx vertx) {
        this.vertx = vertx;
    }

    void opened(HttpConnection connection) {
        if (uses.size() >= MAX_OPEN) {
            connection.close();
            return;
        }
        Use use = new Use();
        uses.put(connection, use);
        connection.closeHandler(
                _ -> {
                    uses.remove(connection);
                    vertx.cancelTimer(use.timer);
                });
        closeLater(connection, use, FIRST_REQUEST);
    }

    void requestBegan(HttpConnection connection) {
        Use use = uses.get(connection);
        if (use != null && use.requests++ == 0) {
            vertx.cancelTimer(use.timer);
        }
    }

    void requestEnded(HttpConnection connection) {
        Use use = uses.get(connection);
        if (use != null && --use.requests == 0) {
            closeLater(connection, use, NEXT_REQUEST);
        }
    }

    private void closeLater(HttpConnection connection, Use use, Duration patience) {
        use.timer = vertx.setTimer(patience.toMillis(), _ -> connection.close());
    }
}
