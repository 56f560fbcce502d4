package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.RequestInfo;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Receives one request on its event loop, within its deadline and the limits of bodies. */
final class Reception {

    /** Upstream's limit of a request body. */
    static final int MAX_BODY = 3 * 1024 * 1024;

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Exchange exchange;
    private final BodyBudget budget;
    private final Runnable onEnd;
    private final Buffer body = Buffer.buffer();
    private boolean refused;
    private boolean ended;
    private boolean unread;
    private long timer = -1;

    /**
     * @param onEnd once the answer is sent, or nobody is there to take it
     */
    Reception(
            Vertx vertx,
            HttpServerRequest request,
            RequestInfo info,
            Encodings encodings,
            BodyBudget budget,
            Consumer<Exchange> onEnd) {
        Context context = vertx.getOrCreateContext();
        this.vertx = vertx;
        this.request = request;
        this.exchange = new Exchange(request, context, info, encodings);
        this.budget = budget;
        this.onEnd = () -> onEnd.accept(exchange);
        request.response()
                .endHandler(
                        _ -> {
                            if (unread) {
                                request.resume();
                            }
                            end();
                        });
        request.response()
                .closeHandler(
                        _ -> {
                            exchange.stop();
                            end();
                        });
        request.exceptionHandler(_ -> end());
        exchange.onUpgradeEnd(
                () -> {
                    exchange.stop();
                    end();
                });
    }

    Exchange exchange() {
        return exchange;
    }

    /** Hands the whole request on. */
    void receive(Consumer<Exchange> handler) {
        try {
            startTimer();
        } catch (StatusException e) {
            refuse(e.status());
            return;
        }
        if (WebSocketRequest.is(exchange)) {
            // has no body, and can become a socket only as long as it is not read to its end
            request.pause();
            unread = true;
            start(handler);
            return;
        }
        request.handler(this::take);
        request.endHandler(
                _ -> {
                    if (!refused) {
                        exchange.received(body.getBytes());
                        start(handler);
                    }
                });
    }

    private void start(Consumer<Exchange> handler) {
        Thread.ofVirtual().name("request").start(() -> handler.accept(exchange));
    }

    void refuse(Status status) {
        refused = true;
        exchange.refuse(status);
    }

    private void startTimer() {
        if (!exchange.info().isLongRunning()) {
            long millis =
                    Math.max(1, RequestDeadline.of(exchange.query().first("timeout")).toMillis());
            timer = vertx.setTimer(millis, _ -> exceed());
        }
    }

    private void exceed() {
        refused = true;
        exchange.refuse(
                RequestDeadline.exceeded().code(),
                "text/plain; charset=utf-8",
                RequestDeadline.exceededText());
    }

    private void take(Buffer chunk) {
        if (refused) {
            return;
        }
        if (body.length() + chunk.length() > MAX_BODY) {
            refuse(
                    Status.of(
                            StatusReason.REQUEST_ENTITY_TOO_LARGE,
                            "Request entity too large: limit is " + MAX_BODY));
        } else if (!budget.take(chunk.length())) {
            refuse(
                    StatusException.tooManyRequests(
                                    "Too many requests, please try again later.",
                                    RETRY_AFTER_SECONDS)
                            .status());
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
            budget.giveBack(body.length());
            onEnd.run();
        }
    }
}
