package io.alcove.apiserver.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Posts a review to a webhook and reads the answer. What may pass is tried again, as often as
 * upstream does. Blocks; called on virtual threads.
 */
public final class WebhookClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ANSWER = 3 * 1024 * 1024;
    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.2;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Of calls to one webhook; who finds no place within the time is refused. */
    private static final int MAX_AT_ONCE = 200;

    private final WebhookTarget target;
    private final Duration timeout;
    private final HttpClient http;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    /**
     * @param timeout of one call
     */
    public WebhookClient(WebhookTarget target, Duration timeout) {
        this.target = target;
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder().sslContext(target.tls()).connectTimeout(timeout).build();
    }

    /**
     * @throws WebhookException where no answer came that is JSON
     */
    public JsonNode post(JsonNode review) throws WebhookException {
        double pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(review);
            } catch (IOException e) {
                if (attempt >= ATTEMPTS || !mayPass(e)) {
                    throw new WebhookException(text(e));
                }
            }
            sleep((long) (pause * (1 + ThreadLocalRandom.current().nextDouble(JITTER))));
            pause *= GROWTH;
        }
    }

    private JsonNode once(JsonNode review) throws IOException, WebhookException {
        try {
            if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WebhookException("too many calls to the webhook at once");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(target.server())
                            .timeout(timeout)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, */*")
                            .header("User-Agent", "kube-apiserver")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            JSON.writeValueAsBytes(review)));
            target.headers().forEach(request::header);
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            places.release();
        }
    }

    private static JsonNode answer(HttpResponse<InputStream> response) throws IOException {
        byte[] content;
        try (InputStream body = response.body()) {
            content = body.readNBytes(MAX_ANSWER);
        }
        if (response.statusCode() / 100 != 2) {
            throw new AnswerException(
                    response.statusCode(), message(response.statusCode(), content));
        }
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException _) {
            throw new IOException("the webhook answered with what is no JSON");
        }
    }

    /** What a Status says; what is JSON of another kind says nothing. */
    private static String message(int code, byte[] content) {
        try {
            JsonNode status = JSON.readTree(content);
            if (status.isObject()) {
                return status.path("message").asText("unknown");
            }
        } catch (IOException _) {
            return unexplained(code);
        }
        return unexplained(code);
    }

    private static String unexplained(int code) {
        return "the server responded with the status code "
                + code
                + " but did not return more information";
    }

    /** Timeouts pass no sooner than others do, so upstream does not wait for them again. */
    private static boolean mayPass(IOException e) {
        return e instanceof AnswerException answer
                ? answer.code == TOO_MANY_REQUESTS || answer.code == SERVER_ERROR
                : !(e instanceof HttpTimeoutException)
                        && String.valueOf(e.getMessage()).contains("reset");
    }

    private String text(IOException e) {
        if (e instanceof AnswerException answer) {
            return String.valueOf(answer.getMessage());
        }
        String why = e instanceof HttpTimeoutException ? "context deadline exceeded" : why(e);
        return "Post \"" + target.server() + "\": " + why;
    }

    private static String why(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void sleep(long millis) throws WebhookException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static WebhookException interrupted() {
        Thread.currentThread().interrupt();
        return new WebhookException("interrupted");
    }

    private static final class AnswerException extends IOException {
        private static final long serialVersionUID = 1;

        private final int code;

        AnswerException(int code, String message) {
            super(message);
            this.code = code;
        }
    }
}
