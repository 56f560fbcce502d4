package io.alcove.benchmark;

import java.nio.charset.StandardCharsets;

/** A request as the bytes that go over the wire, so that sending it costs the client little. */
record Request(byte[] bytes) {

    private static final String HEAD =
            """
            %s %s HTTP/1.1\r
            Host: 127.0.0.1\r
            User-Agent: benchmark/1\r
            Accept: %s\r
            """;

    static final String JSON = "application/json";

    static final String APPLY = "application/apply-patch+yaml";

    static Request get(String path) {
        return get(path, JSON);
    }

    static Request get(String path, String accept) {
        return new Request(bytes(HEAD.formatted("GET", path, accept) + "\r\n"));
    }

    static Request delete(String path) {
        return new Request(bytes(HEAD.formatted("DELETE", path, JSON) + "\r\n"));
    }

    static Request post(String path, String body) {
        return with("POST", path, JSON, body);
    }

    static Request put(String path, String body) {
        return with("PUT", path, JSON, body);
    }

    static Request apply(String path, String body) {
        return with("PATCH", path + "?fieldManager=benchmark&force=true", APPLY, body);
    }

    /** Bodies are ASCII. */
    private static Request with(String method, String path, String type, String body) {
        return new Request(
                bytes(
                        HEAD.formatted(method, path, JSON)
                                + "Content-Type: "
                                + type
                                + "\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
