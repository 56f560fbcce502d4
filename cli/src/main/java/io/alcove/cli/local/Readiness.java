package io.alcove.cli.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** What tells that a component takes work. */
@FunctionalInterface
public interface Readiness {

    Duration ATTEMPT = Duration.ofSeconds(2);

    boolean isReady() throws InterruptedException;

    /** A port of loopback takes connections. */
    static Readiness port(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        (int) ATTEMPT.toMillis());
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    /** A plain URL answers 200. */
    static Readiness url(String url) {
        return url(HttpClient.newBuilder(), url);
    }

    /** A URL whose server one of the authorities vouches for answers 200. */
    static Readiness url(SSLContext trust, String url) {
        return url(HttpClient.newBuilder().sslContext(trust), url);
    }

    private static Readiness url(HttpClient.Builder builder, String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(ATTEMPT).build();
        HttpClient client = builder.connectTimeout(ATTEMPT).build();
        return () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == HttpURLConnection.HTTP_OK;
            } catch (IOException _) {
                return false;
            }
        };
    }
}
