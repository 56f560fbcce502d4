package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.cbor.CborDecoder;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apiserver.TestApiServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in other forms than JSON over a plain answer. */
class FormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProtobufDecoder PROTOBUF = ProtobufDecoder.load("1.36").orElseThrow();
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String CBOR = "application/cbor";
    private static final int LARGE = 200_000;

    @TempDir private static Path directory;
    private static TestApiServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestApiServer.start(directory, "--feature-gates=CBORServingAndStorage=true");
        client = HttpClient.newBuilder().sslContext(RestDoorTest.anyServer()).build();
        create("small", "v");
        create("large", "x".repeat(LARGE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersInProtobuf() throws Exception {
        byte[] object = get(CONFIG_MAPS + "/small", ProtobufDecoder.MEDIA_TYPE, "").body();
        JsonNode read = PROTOBUF.decode(object).orElseThrow();
        assertThat(read.at("/data/k").asText()).isEqualTo("v");
        byte[] again = get(CONFIG_MAPS + "/small", ProtobufDecoder.MEDIA_TYPE, "").body();
        assertThat(again).isEqualTo(object);

        HttpResponse<byte[]> missing =
                get(CONFIG_MAPS + "/missing", ProtobufDecoder.MEDIA_TYPE, "");
        assertThat(PROTOBUF.decode(missing.body()).orElseThrow().path("code").asInt())
                .isEqualTo(404);
    }

    @Test
    void listsInProtobuf() throws Exception {
        byte[] list = get(CONFIG_MAPS, ProtobufDecoder.MEDIA_TYPE, "").body();
        JsonNode read = PROTOBUF.decode(list).orElseThrow();
        assertThat(read.path("kind").asText()).isEqualTo("ConfigMapList");
        assertThat(read.path("items").findValuesAsText("name")).contains("small", "large");
    }

    @Test
    void sendsEventsOfAWatchWithTheirLength() throws Exception {
        byte[] frames =
                get(
                                CONFIG_MAPS
                                        + "?watch=1&timeoutSeconds=1&fieldSelector=metadata.name%3Dsmall",
                                ProtobufDecoder.MEDIA_TYPE,
                                "")
                        .body();
        int length = ((frames[2] & 0xff) << 8) | (frames[3] & 0xff);
        assertThat(frames).hasSize(4 + length);
        assertThat(new String(frames, StandardCharsets.ISO_8859_1)).contains("ADDED", "k8s\0");
    }

    @Test
    void takesAndAnswersCbor() throws Exception {
        byte[] object = get(CONFIG_MAPS + "/small", CBOR, "").body();
        assertThat(CborDecoder.decode(object).at("/data/k").asText()).isEqualTo("v");
        byte[] list = get(CONFIG_MAPS, CBOR, "").body();
        assertThat(CborDecoder.decode(list).path("items").findValuesAsText("name"))
                .contains("small", "large");
        HttpRequest put =
                HttpRequest.newBuilder(uri(CONFIG_MAPS + "/small"))
                        .header("Content-Type", CBOR)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(object))
                        .build();
        assertThat(client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> watch =
                get(
                        CONFIG_MAPS
                                + "?watch=1&timeoutSeconds=1&fieldSelector=metadata.name%3Dsmall",
                        CBOR,
                        "");
        assertThat(watch.headers().firstValue("Content-Type")).hasValue("application/cbor-seq");
        assertThat(CborDecoder.decode(watch.body()).at("/object/data/k").asText()).isEqualTo("v");
    }

    @Test
    void compressesLargeAnswers() throws Exception {
        HttpResponse<byte[]> large = get(CONFIG_MAPS + "/large", "application/json", "gzip");
        assertThat(large.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(large.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(large.body()))) {
            assertThat(JSON.readTree(plain).at("/data/k").asText()).hasSize(LARGE);
        }
        assertThat(
                        get(CONFIG_MAPS + "/small", "application/json", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(
                        get(CONFIG_MAPS + "/large", "application/json", "gzip;q=1")
                                .headers()
                                .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void watchesOverAWebSocket() throws Exception {
        Messages messages = new Messages();
        WebSocket socket =
                client.newWebSocketBuilder()
                        .header("Origin", "http://localhost")
                        .subprotocols("base64.binary.k8s.io")
                        .buildAsync(
                                URI.create(
                                        "wss://127.0.0.1:"
                                                + server.securePort()
                                                + CONFIG_MAPS
                                                + "?watch=1&timeoutSeconds=1&fieldSelector=metadata.name%3Dsmall"),
                                messages)
                        .get(10, TimeUnit.SECONDS);
        assertThat(socket.getSubprotocol()).isEqualTo("base64.binary.k8s.io");
        assertThat(messages.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        JsonNode event = JSON.readTree(messages.text.toString());
        assertThat(event.at("/object/metadata/name").asText()).isEqualTo("small");
    }

    private static void create(String name, String value) throws Exception {
        String body =
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"},\"data\":{\"k\":\"%s\"}}"
                        .formatted(name, value);
        HttpRequest request =
                HttpRequest.newBuilder(uri(CONFIG_MAPS))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<byte[]> get(String path, String accept, String encoding)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", accept);
        if (!encoding.isEmpty()) {
            request.header("Accept-Encoding", encoding);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static URI uri(String path) {
        return URI.create("https://127.0.0.1:" + server.securePort() + path);
    }

    private static final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
