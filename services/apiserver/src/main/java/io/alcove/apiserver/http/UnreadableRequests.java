package io.alcove.apiserver.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.HttpURLConnection;

/** Answers what is no request, or has too large a head. */
final class UnreadableRequests {

    private static final int HEADERS_TOO_LARGE = 431;

    private UnreadableRequests() {}

    /** The connection is closed a little later: a client that still sends reads no answer else. */
    static void refuse(Vertx vertx, HttpServerRequest request) {
        request.response()
                .setStatusCode(code(request.decoderResult().cause()))
                .putHeader("Connection", "close")
                .end();
        vertx.setTimer(Exchange.LINGER.toMillis(), _ -> request.connection().close());
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> HttpURLConnection.HTTP_REQ_TOO_LONG;
            case TooLongHttpHeaderException _ -> HEADERS_TOO_LARGE;
            case null, default -> HttpURLConnection.HTTP_BAD_REQUEST;
        };
    }
}
