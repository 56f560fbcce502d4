package io.alcove.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** The tenant's API, as its administrator speaks to it. */
final class TenantApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final HttpClient http;
    private final String root;

    /** What was answered. */
    record Answer(int code, JsonNode body) {

        boolean isGood() {
            return code / 100 == 2;
        }
    }

    TenantApi(Path directory, int port) throws IOException {
        Path pki = directory.resolve("pki").resolve("tenant");
        this.http =
                HttpClient.newBuilder()
                        .sslContext(
                                ClientTls.trusting(
                                        Pem.certificates(Files.readString(pki.resolve("ca.crt"))),
                                        Credential.parse(
                                                Files.readString(pki.resolve("admin.crt")),
                                                Files.readString(pki.resolve("admin.key")))))
                        .connectTimeout(DEADLINE)
                        .build();
        this.root = "https://127.0.0.1:" + port;
    }

    Answer send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .timeout(DEADLINE)
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "").body();
    }

    Answer create(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, "application/json", body);
    }

    Answer merge(String path, String patch) throws IOException, InterruptedException {
        return send("PATCH", path, "application/merge-patch+json", patch);
    }

    /** What is there once it is as wanted; a server that is away meanwhile is waited for. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "no answer";
        while (Instant.now().isBefore(deadline)) {
            try {
                JsonNode body = get(path);
                if (wanted.test(body)) {
                    return body;
                }
                last = body.toString();
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        throw new AssertionError("never as wanted: " + path + " is " + last);
    }
}
