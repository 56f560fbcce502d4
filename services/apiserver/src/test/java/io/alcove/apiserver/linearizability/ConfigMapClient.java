package io.alcove.apiserver.linearizability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.linearizability.Operation.Answer;
import io.alcove.apiserver.linearizability.Operation.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Reads and writes a few ConfigMaps at random, through any of some servers, and notes it all. */
final class ConfigMapClient {

    static final String PATH = "/api/v1/namespaces/default/configmaps";

    /** Between attempts to reach a server that is gone. */
    static final Duration PAUSE = Duration.ofMillis(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final List<TestHttp> servers;
    private final int keys;
    private final Random random;
    private final Consumer<Operation> history;
    private final Map<String, Held> known = new HashMap<>();
    private int writes;

    private record Held(String value, String revision) {
        private static final Held NOTHING = new Held(Operation.ABSENT, "");
    }

    ConfigMapClient(
            String name,
            List<TestHttp> servers,
            int keys,
            Random random,
            Consumer<Operation> history) {
        this.name = name;
        this.servers = servers;
        this.keys = keys;
        this.random = random;
        this.history = history;
    }

    void request() throws InterruptedException {
        String key = "cm-" + random.nextInt(keys);
        Held held = known.getOrDefault(key, Held.NOTHING);
        int choice = random.nextInt(10);
        Kind kind =
                choice < 5
                        ? Kind.READ
                        : held.equals(Held.NOTHING)
                                ? Kind.CREATE
                                : choice < 9 ? Kind.UPDATE : Kind.DELETE;
        String value = kind == Kind.DELETE ? Operation.ABSENT : name + "-" + ++writes;
        TestHttp server = servers.get(random.nextInt(servers.size()));
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = send(server, kind, key, held, value);
            note(kind, key, held, value, response, start, System.nanoTime());
        } catch (ConnectException e) {
            // nobody was there, so that nothing happened
            LockSupport.parkNanos(PAUSE.toNanos());
        } catch (IOException e) {
            forget(kind, key, held, value, start);
        }
    }

    private static HttpResponse<String> send(
            TestHttp server, Kind kind, String key, Held held, String value)
            throws IOException, InterruptedException {
        String path = PATH + "/" + key;
        String body =
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s'%s},'data':{'v':'%s'}}"
                        .formatted(
                                key,
                                held.revision().isEmpty()
                                        ? ""
                                        : ",'resourceVersion':'" + held.revision() + "'",
                                value);
        return switch (kind) {
            case CREATE -> server.send("POST", PATH, body);
            case UPDATE -> server.send("PUT", path, body);
            case DELETE ->
                    server.send(
                            "DELETE",
                            path,
                            "{'apiVersion':'v1','kind':'DeleteOptions','preconditions':{'resourceVersion':'%s'}}"
                                    .formatted(held.revision()));
            case READ -> server.send("GET", path, "");
        };
    }

    private void note(
            Kind kind,
            String key,
            Held held,
            String value,
            HttpResponse<String> response,
            long start,
            long end)
            throws IOException {
        int code = response.statusCode();
        if (code >= 500 || code == 429) {
            forget(kind, key, held, value, start);
            return;
        }
        Answer answer =
                switch (code) {
                    case 200, 201 -> Answer.DONE;
                    case 404 -> Answer.MISSING;
                    case 409 -> Answer.CONFLICT;
                    default -> throw new AssertionError(code + " " + response.body());
                };
        JsonNode object = JSON.readTree(response.body());
        String read = object.path("data").path("v").asText();
        String revision = object.path("metadata").path("resourceVersion").asText();
        // a PUT of what is gone makes it anew
        String expected = kind == Kind.UPDATE && code == 201 ? Operation.ABSENT : held.value();
        boolean hasObject = answer == Answer.DONE && kind != Kind.DELETE;
        known.put(key, hasObject ? new Held(read, revision) : Held.NOTHING);
        history.accept(
                new Operation(
                        kind,
                        key,
                        expected,
                        value,
                        answer,
                        read,
                        hasObject && kind != Kind.READ ? Long.parseLong(revision) : 0,
                        start,
                        end));
    }

    /** A read without an answer tells nothing; a write may have happened, now or later. */
    private void forget(Kind kind, String key, Held held, String value, long start) {
        known.remove(key);
        if (kind != Kind.READ) {
            history.accept(
                    new Operation(
                            kind,
                            key,
                            held.value(),
                            value,
                            Answer.UNKNOWN,
                            "",
                            0,
                            start,
                            Long.MAX_VALUE));
        }
    }
}
