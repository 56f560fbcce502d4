package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One of the two servers, as its administrator speaks to it. */
record TestServer(String name, int port, HttpClient client) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** What a server answered; a body that is no JSON stands as its text. */
    record Answer(int code, JsonNode body) {}

    static TestServer at(String name, int port, Path ca, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Credential admin = Credential.parse(Files.readString(certificate), Files.readString(key));
        keys.setKeyEntry(
                "admin", admin.privateKey(), new char[0], new Certificate[] {admin.certificate()});
        KeyManagerFactory identity =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(keys, new char[0]);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("ca", Pem.certificates(Files.readString(ca)).getFirst());
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return new TestServer(name, port, HttpClient.newBuilder().sslContext(context).build());
    }

    boolean isReady() throws InterruptedException {
        try {
            return send(new Step("GET", "/readyz", "", "")).code() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    Answer send(Step step) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + step.path()))
                        .timeout(DEADLINE)
                        .header("User-Agent", "conformance/1")
                        .header("Accept", "application/json")
                        .method(
                                step.method(),
                                step.body().isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(step.body()));
        if (!step.type().isEmpty()) {
            request.header("Content-Type", step.type());
        }
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (IOException _) {
            body = TextNode.valueOf(response.body());
        }
        return new Answer(response.statusCode(), body);
    }
}
