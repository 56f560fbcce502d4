package io.alcove.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Config maps that writers create one after the other while servers come and go. Those that were
 * answered must be there at the end.
 */
final class AcknowledgedWrites implements AutoCloseable {

    private static final String PATH = "/api/v1/namespaces/default/configmaps";
    private static final int WRITERS = 3;

    private final TenantApi api;
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean closed;

    AcknowledgedWrites(TenantApi api) {
        this.api = api;
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(Thread.ofVirtual().start(() -> write(writer)));
        }
    }

    private void write(int writer) {
        for (int i = 0; !closed; i++) {
            String name = "written-" + writer + "-" + i;
            try {
                TenantApi.Answer answer =
                        api.create(
                                PATH,
                                """
                                {"metadata":{"name":"%s","labels":{"written":"true"}}}"""
                                        .formatted(name));
                if (answer.isGood()) {
                    acknowledged.add(name);
                }
                Thread.sleep(10);
            } catch (IOException _) {
                // the server is away: this one may or may not be there
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Ends the writers, and looks for all that they were told is there. */
    void assertNoneIsLost() throws InterruptedException {
        close();
        for (Thread writer : writers) {
            writer.join();
        }
        JsonNode list = api.await(PATH + "?labelSelector=written", body -> body.has("items"));
        Set<String> present =
                StreamSupport.stream(list.path("items").spliterator(), false)
                        .map(item -> item.path("metadata").path("name").asText())
                        .collect(Collectors.toSet());
        assertThat(acknowledged).isNotEmpty();
        assertThat(present).containsAll(acknowledged);
    }

    @Override
    public void close() {
        closed = true;
        writers.forEach(Thread::interrupt);
    }
}
