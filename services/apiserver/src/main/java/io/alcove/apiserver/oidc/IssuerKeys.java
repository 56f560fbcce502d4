package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.pki.ClientTls;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The public keys of an issuer, by its discovery document. They are fetched in the background until
 * that succeeds, and again when a token names a key that is not among them.
 */
final class IssuerKeys implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DOCUMENT = 1024 * 1024;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(10);

    /** Tokens that name unknown keys make no more fetches than one in this time. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);

    private final IssuerSettings settings;
    private final HttpClient http;
    private final ReentrantLock fetching = new ReentrantLock();
    private final Thread start;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile List<IssuerKey> keys = List.of();
    private volatile String keysUri = "";
    private volatile long fetchedAt;
    private volatile boolean fetchedAgain;

    IssuerKeys(IssuerSettings settings) {
        this.settings = settings;
        this.http = client(settings);
        this.start = Thread.ofVirtual().name("oidc-start").start(this::begin);
    }

    private static HttpClient client(IssuerSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(DEADLINE);
        try {
            settings.certificateAuthority()
                    .ifPresent(
                            pem -> builder.sslContext(ClientTls.trusting(Pem.certificates(pem))));
        } catch (PkiException e) {
            throw new IllegalArgumentException(
                    "Failed to read the CA contents: " + e.getMessage(), e);
        }
        return builder.build();
    }

    IssuerSettings settings() {
        return settings;
    }

    /** Returns once the first attempt is over. */
    void awaitFirst() {
        try {
            var _ = first.await(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStarted() {
        return !keysUri.isEmpty();
    }

    /** The keys of this id, or all where it is empty; fetched again where there is none. */
    List<IssuerKey> of(String id) {
        List<IssuerKey> found = select(id);
        if (found.isEmpty() && isStarted()) {
            fetchAgain();
            found = select(id);
        }
        return found;
    }

    private List<IssuerKey> select(String id) {
        return keys.stream().filter(key -> id.isEmpty() || key.id().equals(id)).toList();
    }

    private void begin() {
        try {
            boolean found = tryDiscover();
            first.countDown();
            while (!found) {
                Thread.sleep(RETRY);
                found = tryDiscover();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryDiscover() throws InterruptedException {
        try {
            JsonNode document = get(settings.discovery());
            String issuer = document.path("issuer").asText("");
            if (!issuer.equals(settings.url())) {
                throw new IOException(
                        "oidc: issuer did not match the issuer returned by provider, expected \"%s\" got \"%s\""
                                .formatted(settings.url(), issuer));
            }
            String uri = document.path("jwks_uri").asText("");
            keys = IssuerKey.list(get(uri));
            fetchedAt = System.nanoTime();
            keysUri = uri;
            LOG.infof("token issuer found url=%s", settings.url());
            return true;
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("token issuer not found url=%s cause=%s", settings.url(), e.getMessage());
            return false;
        }
    }

    private void fetchAgain() {
        fetching.lock();
        try {
            if (fetchedAgain && System.nanoTime() - fetchedAt < BETWEEN_FETCHES.toNanos()) {
                return;
            }
            fetchedAt = System.nanoTime();
            fetchedAgain = true;
            keys = IssuerKey.list(get(keysUri));
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("keys not fetched url=%s cause=%s", settings.url(), e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            fetching.unlock();
        }
    }

    private JsonNode get(String uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri))
                        .timeout(DEADLINE)
                        .header("Accept", "application/json")
                        .build();
        HttpResponse<InputStream> response =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] content = body.readNBytes(MAX_DOCUMENT);
            if (response.statusCode() != 200) {
                throw new IOException(uri + " answered " + response.statusCode());
            }
            return JSON.readTree(content);
        }
    }

    @Override
    public void close() {
        start.interrupt();
    }
}
