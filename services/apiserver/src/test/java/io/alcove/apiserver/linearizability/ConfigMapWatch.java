package io.alcove.apiserver.linearizability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apiserver.TestHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Follows all ConfigMaps from a revision on, over one connection after another. */
final class ConfigMapWatch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** {@code value} is empty where the object is gone. */
    record Event(String key, String value, long revision) {}

    private final TestHttp server;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile long revision;
    private volatile long last = Long.MAX_VALUE;
    private final Thread thread;

    ConfigMapWatch(TestHttp server, long after) {
        this.server = server;
        this.revision = after;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        while (revision < last && failures.isEmpty()) {
            String path =
                    ConfigMapClient.PATH
                            + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=5&resourceVersion="
                            + revision;
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(server.stream(path), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine();
                        line != null && revision < last;
                        line = lines.readLine()) {
                    take(JSON.readTree(line));
                }
            } catch (IOException e) {
                // the server is gone for a while; the next connection goes on from here
                LockSupport.parkNanos(ConfigMapClient.PAUSE.toNanos());
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }
    }

    private void take(JsonNode event) {
        String type = event.path("type").asText();
        JsonNode object = event.path("object");
        if (type.equals("ERROR")) {
            failures.add(object.toString());
            return;
        }
        long now = object.path("metadata").path("resourceVersion").asLong();
        if (now < revision || (now == revision && !type.equals("BOOKMARK"))) {
            failures.add("revision " + now + " after " + revision);
        }
        revision = now;
        String name = object.path("metadata").path("name").asText();
        if (!type.equals("BOOKMARK") && name.startsWith("cm-")) {
            String value = type.equals("DELETED") ? "" : object.path("data").path("v").asText();
            events.add(new Event(name, value, now));
        }
    }

    /** What came up to a revision, which an object is to be written at. */
    List<Event> upTo(long lastRevision) throws InterruptedException {
        last = lastRevision;
        thread.join(DEADLINE);
        if (thread.isAlive()) {
            failures.add("not at revision " + lastRevision + " but " + revision);
        }
        return new ArrayList<>(events);
    }

    List<String> failures() {
        return failures;
    }
}
