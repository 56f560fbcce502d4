package io.alcove.apiserver.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A WebSocket that only sends, as blocking code sees it. */
final class MessageSocket {

    private static final short NORMAL = 1000;

    private final Exchange exchange;
    private final ServerWebSocket socket;

    MessageSocket(Exchange exchange, ServerWebSocket socket) {
        this.exchange = exchange;
        this.socket = socket;
    }

    /** Waits until the connection took the message, which is one frame. */
    void send(byte[] message, boolean text) throws IOException {
        WebSocketFrame frame =
                text
                        ? WebSocketFrame.textFrame(
                                new String(message, StandardCharsets.UTF_8), true)
                        : WebSocketFrame.binaryFrame(Buffer.buffer(message), true);
        exchange.run(() -> socket.isClosed() ? closed() : socket.writeFrame(frame));
    }

    void close() throws IOException {
        exchange.run(() -> socket.isClosed() ? Future.succeededFuture() : socket.close(NORMAL));
    }

    private static Future<Void> closed() {
        return Future.failedFuture("closed");
    }
}
