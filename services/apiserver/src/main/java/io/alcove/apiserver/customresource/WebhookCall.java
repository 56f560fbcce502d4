package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Posts to a webhook over HTTPS. */
@FunctionalInterface
interface WebhookCall {

    Duration TIMEOUT = Duration.ofSeconds(30);
    Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    int MAX_ANSWER = 64 * 1024 * 1024;

    /**
     * @throws IOException where there is no answer of code 200
     */
    byte[] post(byte[] body) throws IOException, InterruptedException;

    /** What cannot be reached fails by name when it is called. */
    static WebhookCall of(JsonNode clientConfig) {
        String url = clientConfig.path("url").asText("");
        if (url.isEmpty()) {
            JsonNode service = clientConfig.path("service");
            return _ -> {
                throw new IOException(
                        "webhooks at services are not supported by this server yet: %s/%s"
                                .formatted(
                                        service.path("namespace").asText(""),
                                        service.path("name").asText("")));
            };
        }
        return toUrl(url, clientConfig.path("caBundle").asText(""));
    }

    private static WebhookCall toUrl(String url, String bundle) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT);
        try {
            if (!bundle.isEmpty()) {
                builder.sslContext(trusting(Base64.getDecoder().decode(bundle)));
            }
            URI address = URI.create(url);
            HttpClient client = builder.build();
            return body -> post(client, address, body);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return _ -> {
                throw new IOException("unable to load root certificates: " + e.getMessage());
            };
        }
    }

    private static byte[] post(HttpClient client, URI address, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<InputStream> response = send(client, request);
        try (InputStream in = response.body()) {
            byte[] answer = in.readNBytes(MAX_ANSWER);
            if (response.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException(
                        "an error on the server (\"unknown\") has prevented the request from"
                                + " succeeding");
            }
            return answer;
        }
    }

    private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException(
                    "Post \"%s?timeout=30s\": %s".formatted(request.uri(), e.getMessage()), e);
        }
    }

    private static SSLContext trusting(byte[] pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate authority :
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem))) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
