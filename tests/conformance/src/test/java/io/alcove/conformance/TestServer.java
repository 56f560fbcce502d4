package io.alcove.conformance;

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
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * One of the two servers.
 *
 * @param admin the client that shows the administrator's certificate
 * @param bare the client that shows none
 */
record TestServer(String name, int port, Keys keys, HttpClient admin, HttpClient bare) {

    /** The files that the administrator shows. */
    record Keys(Path ca, Path certificate, Path key) {}

    private static final Duration DEADLINE = Duration.ofSeconds(15);

    static TestServer at(String name, int port, Path ca, Path certificate, Path key)
            throws IOException {
        List<X509Certificate> authorities = Pem.certificates(Files.readString(ca));
        Credential admin = Credential.parse(Files.readString(certificate), Files.readString(key));
        return new TestServer(
                name,
                port,
                new Keys(ca, certificate, key),
                client(ClientTls.trusting(authorities, admin)),
                client(ClientTls.trusting(authorities)));
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    }

    boolean isReady() throws InterruptedException {
        Step probe = new Step("GET", "/readyz", Caller.ADMIN, Map.of(), "", Map.of());
        try {
            return send(probe).code() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    Answer send(Step step) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + step.path()))
                        .timeout(DEADLINE)
                        .header("User-Agent", "conformance/1")
                        .method(
                                step.method(),
                                step.body().isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(step.body()));
        step.headers().forEach(request::header);
        step.by().token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpClient client = step.by().hasCertificate() ? admin : bare;
        return Answer.of(whole(client, request.build()));
    }

    /** The answer with its body, which must end within the deadline as well. */
    private static HttpResponse<byte[]> whole(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(request.method() + " " + request.uri() + ": " + e, e);
        }
    }
}
