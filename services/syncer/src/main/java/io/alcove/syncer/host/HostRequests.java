package io.alcove.syncer.host;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.fabric8.kubernetes.client.Client;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Single requests to the host, blocking, through fabric8's HTTP client: its configuration,
 * credentials and their renewal.
 */
public final class HostRequests {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String root;

    public HostRequests(Client client) {
        this.http = client.getHttpClient();
        this.root = client.getMasterUrl().toString().replaceAll("/+$", "");
    }

    ApiObject send(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = http.newHttpRequestBuilder().uri(root + path);
        if (!method.equals("GET")) {
            request.method(method, contentType, new String(body, StandardCharsets.UTF_8));
        }
        request.timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        HttpResponse<byte[]> response =
                await(http.sendAsync(request.build(), byte[].class), method + " " + path);
        if (!response.isSuccessful()) {
            throw refusal(response.code(), response.body());
        }
        return parse(response.body());
    }

    InputStream open(String path, Duration patience) {
        HttpRequest request = http.newHttpRequestBuilder().uri(root + path).forStreaming().build();
        BodyStream stream = new BodyStream(patience);
        var response = await(http.consumeBytes(request, stream), "GET " + path);
        stream.start(response.body());
        if (!response.isSuccessful()) {
            throw refusal(response.code(), readAll(stream));
        }
        return stream;
    }

    private static byte[] readAll(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new HostUnavailableException("answer broken off", e);
        }
    }

    private static RuntimeException refusal(int code, byte[] body) {
        try {
            var status = Status.parse(ApiObject.parse(body).node());
            if (status.isPresent()) {
                return new StatusException(status.get());
            }
        } catch (UncheckedIOException e) {
            return new HostUnavailableException("the host answered " + code, e);
        }
        return new HostUnavailableException("the host answered " + code);
    }

    private static ApiObject parse(byte[] body) {
        try {
            return ApiObject.parse(body);
        } catch (UncheckedIOException e) {
            throw new HostUnavailableException("the host's answer is not JSON", e);
        }
    }

    private static <T> T await(CompletableFuture<T> future, String what) {
        try {
            return future.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new HostUnavailableException("no answer in time: " + what, e);
        } catch (ExecutionException e) {
            throw new HostUnavailableException("no answer: " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostUnavailableException("interrupted: " + what, e);
        }
    }
}
