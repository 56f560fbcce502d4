package io.alcove.conformance;

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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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
            throws IOException, GeneralSecurityException {
        KeyStore keys = emptyStore();
        Credential admin = Credential.parse(Files.readString(certificate), Files.readString(key));
        keys.setKeyEntry(
                "admin", admin.privateKey(), new char[0], new Certificate[] {admin.certificate()});
        KeyStore authorities = emptyStore();
        authorities.setCertificateEntry("ca", Pem.certificates(Files.readString(ca)).getFirst());
        return new TestServer(
                name,
                port,
                new Keys(ca, certificate, key),
                client(keys, authorities),
                client(emptyStore(), authorities));
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static HttpClient client(KeyStore keys, KeyStore authorities)
            throws GeneralSecurityException {
        KeyManagerFactory identity =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(keys, new char[0]);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
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
    private static HttpResponse<String> whole(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(request.method() + " " + request.uri() + ": " + e, e);
        }
    }
}
