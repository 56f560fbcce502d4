package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks a running API server, as who the kubeconfig says. */
final class LiveServer implements AutoCloseable {

    static final String JSON = "application/json";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String address;
    private final Optional<String> token;
    private final HttpClient client;

    private LiveServer(String address, Optional<String> token, SSLContext tls) {
        this.address = address;
        this.token = token;
        this.client = HttpClient.newBuilder().sslContext(tls).connectTimeout(DEADLINE).build();
    }

    static LiveServer of(KubeconfigFile config) throws IOException {
        List<X509Certificate> authorities = Pem.certificates(config.certificateAuthority());
        Optional<String> certificate = config.clientCertificate();
        Optional<String> key = config.clientKey();
        SSLContext tls =
                certificate.isPresent() && key.isPresent()
                        ? ClientTls.trusting(
                                authorities, Credential.parse(certificate.get(), key.get()))
                        : ClientTls.trusting(authorities);
        return new LiveServer(config.server(), config.token(), tls);
    }

    JsonNode get(String path) {
        return get(path, JSON);
    }

    /** Waits for the answer, at most a minute; anything but 200 is a failure. */
    JsonNode get(String path, String accept) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(DEADLINE)
                        .header("Accept", accept);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answers " + answer.statusCode());
            }
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
