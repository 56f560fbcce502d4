package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apiserver.TestApiServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir private static Path directory;
    private static TestApiServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestApiServer.start(directory);
        client = HttpClient.newBuilder().sslContext(anyServer()).build();
    }

    static SSLContext anyServer() throws GeneralSecurityException {
        SSLContext trust = SSLContext.getInstance("TLS");
        trust.init(null, new TrustManager[] {new AnyServer()}, null);
        return trust;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void createsReadsUpdatesAndDeletes() throws Exception {
        HttpResponse<String> created =
                send("POST", CONFIG_MAPS, "application/json", configMap("crud"));
        assertThat(created.statusCode()).isEqualTo(201);

        JsonNode read = JSON.readTree(send("GET", CONFIG_MAPS + "/crud", "", "").body());
        assertThat(read.at("/data/k").asText()).isEqualTo("v");
        assertThat(read.at("/metadata/resourceVersion").asText()).isNotEmpty();

        HttpResponse<String> patched =
                send(
                        "PATCH",
                        CONFIG_MAPS + "/crud",
                        "application/merge-patch+json",
                        "{\"data\":{\"k\":\"w\"}}");
        assertThat(JSON.readTree(patched.body()).at("/data/k").asText()).isEqualTo("w");

        JsonNode list = JSON.readTree(send("GET", CONFIG_MAPS, "", "").body());
        assertThat(list.at("/kind").asText()).isEqualTo("ConfigMapList");
        assertThat(list.at("/items")).isNotEmpty();

        assertThat(send("DELETE", CONFIG_MAPS + "/crud", "", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", CONFIG_MAPS + "/crud", "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesInUpstreamsWords() throws Exception {
        record Case(
                String method, String path, String type, String body, int code, String message) {}
        for (Case c :
                List.of(
                        new Case(
                                "GET",
                                CONFIG_MAPS + "/none",
                                "",
                                "",
                                404,
                                "configmaps \"none\" not found"),
                        new Case(
                                "PATCH",
                                CONFIG_MAPS + "/none",
                                "text/plain",
                                "x",
                                415,
                                "415: Unsupported Media Type"),
                        new Case(
                                "POST",
                                CONFIG_MAPS,
                                "application/json",
                                "x".repeat(3 * 1024 * 1024 + 1),
                                413,
                                "Request entity too large: limit is 3145728"))) {
            HttpResponse<String> response = send(c.method(), c.path(), c.type(), c.body());
            assertThat(response.statusCode()).as(c.path()).isEqualTo(c.code());
            assertThat(JSON.readTree(response.body()).at("/message").asText())
                    .isEqualTo(c.message());
        }
    }

    @Test
    void watchesFromARevision() throws Exception {
        String since =
                JSON.readTree(send("GET", CONFIG_MAPS, "", "").body())
                        .at("/metadata/resourceVersion")
                        .asText();
        send("POST", CONFIG_MAPS, "application/json", configMap("watched"));
        HttpResponse<java.io.InputStream> watch =
                client.send(
                        request("GET", CONFIG_MAPS + "?watch=1&resourceVersion=" + since, "", ""),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(watch.body(), StandardCharsets.UTF_8))) {
            JsonNode first = JSON.readTree(lines.readLine());
            assertThat(first.at("/type").asText()).isEqualTo("ADDED");
            assertThat(first.at("/object/metadata/name").asText()).isEqualTo("watched");
        }
    }

    @Test
    void rendersTables() throws Exception {
        send("POST", CONFIG_MAPS, "application/json", configMap("shown"));
        HttpResponse<String> table =
                client.send(
                        HttpRequest.newBuilder(
                                        request("GET", CONFIG_MAPS + "/shown", "", ""),
                                        (_, _) -> true)
                                .header(
                                        "Accept",
                                        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode node = JSON.readTree(table.body());
        assertThat(node.at("/kind").asText()).isEqualTo("Table");
        assertThat(node.at("/columnDefinitions/1/name").asText()).isEqualTo("Data");
        assertThat(node.at("/rows/0/cells/0").asText()).isEqualTo("shown");
    }

    @Test
    void tellsItsHealthAndVersion() throws Exception {
        assertThat(send("GET", "/readyz", "", "").body()).isEqualTo("ok");
        assertThat(JSON.readTree(send("GET", "/version", "", "").body()).at("/minor").asText())
                .isEqualTo("36");
        assertThat(send("GET", "/nothing", "", "").statusCode()).isEqualTo(404);
    }

    private static String configMap(String name) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
                + name
                + "\"},\"data\":{\"k\":\"v\"}}";
    }

    private static HttpResponse<String> send(String method, String path, String type, String body)
            throws Exception {
        return client.send(request(method, path, type, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path, String type, String body) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(
                                URI.create("https://127.0.0.1:" + server.securePort() + path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return (type.isEmpty() ? builder : builder.header("Content-Type", type)).build();
    }

    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] c, String t, java.net.Socket s) {}

        @Override
        public void checkClientTrusted(X509Certificate[] c, String t, javax.net.ssl.SSLEngine e) {}

        @Override
        public void checkClientTrusted(X509Certificate[] c, String t) {}

        @Override
        public void checkServerTrusted(X509Certificate[] c, String t, java.net.Socket s) {}

        @Override
        public void checkServerTrusted(X509Certificate[] c, String t, javax.net.ssl.SSLEngine e) {}

        @Override
        public void checkServerTrusted(X509Certificate[] c, String t) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
