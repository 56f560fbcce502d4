package io.alcove.apiserver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A client of the HTTPS door that trusts whatever answers. */
public final class TestHttp {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final int port;
    private final SSLContext trust;
    private final String base;
    private final HttpClient client;

    public TestHttp(int port) throws GeneralSecurityException {
        this.port = port;
        this.trust = SSLContext.getInstance("TLS");
        trust.init(null, new TrustManager[] {new AnyServer()}, null);
        this.base = "https://127.0.0.1:" + port;
        this.client = HttpClient.newBuilder().sslContext(trust).build();
    }

    public HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** With a bearer token. */
    public HttpResponse<String> get(String path, String token) throws Exception {
        return client.send(
                request(path).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A bare connection, for what a proper client would not send. */
    public SSLSocket connect() throws IOException {
        return (SSLSocket)
                trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    /** The body as it comes. */
    public InputStream stream(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    /**
     * @param body JSON in single quotes
     */
    public HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @param body JSON in single quotes; empty for none
     */
    public HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return client.send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(DEADLINE);
    }

    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
