package io.alcove.apiserver.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a request for a WebSocket says of itself, read as upstream's library reads it. */
record WebSocketRequest(Exchange exchange) {

    /** A browser cannot send a token in a header; it comes as one of the subprotocols. */
    private static final String TOKEN = "base64url.bearer.authorization.k8s.io.";

    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    static boolean is(Exchange exchange) {
        return exchange.header("Upgrade").equalsIgnoreCase("websocket")
                && exchange.headers("Connection").stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("upgrade"));
    }

    /** The bearer token among the subprotocols. */
    static Optional<String> token(Exchange exchange) {
        if (!is(exchange)) {
            return Optional.empty();
        }
        List<String> tokens = protocols(exchange).filter(p -> p.startsWith(TOKEN)).toList();
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        try {
            byte[] token =
                    Base64.getUrlDecoder().decode(tokens.getFirst().substring(TOKEN.length()));
            return Optional.of(new String(token, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The code to refuse with; empty where all is well. */
    OptionalInt refusal() {
        if (exchange.header("Sec-WebSocket-Key").isEmpty()
                || !exchange.header("Sec-WebSocket-Version").equals("13")) {
            return OptionalInt.of(BAD_REQUEST);
        }
        if (!isUri(exchange.header("Origin"))) {
            return OptionalInt.of(FORBIDDEN);
        }
        return protocols(exchange).filter(p -> !p.startsWith(TOKEN)).count() > 1
                ? OptionalInt.of(BAD_REQUEST)
                : OptionalInt.empty();
    }

    private static boolean isUri(String origin) {
        try {
            return origin.startsWith("/") || URI.create(origin).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Stream<String> protocols(Exchange exchange) {
        return Arrays.stream(exchange.header(PROTOCOLS).split(",", -1))
                .map(String::strip)
                .filter(p -> !p.isEmpty());
    }
}
