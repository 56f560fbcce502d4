package io.alcove.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs rows against one server, whose objects it makes before and removes after. */
final class Load {

    static final int CLIENTS = 16;

    private static final int WATCHERS = 50;

    /**
     * Objects that are read and changed: several for each client, so that none waits for another.
     */
    private static final int KEPT_FOR_EACH = 16;

    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final String NAMESPACES = "/api/v1/namespaces";
    private static final String KEPT = NAMESPACES + "/kept/configmaps";
    private static final String KEPT_PODS = NAMESPACES + "/kept-pods/pods";
    private static final String MADE = NAMESPACES + "/made/configmaps";
    private static final String MADE_PODS = NAMESPACES + "/made/pods";

    private final Server server;
    private int generation;
    private long idleBytes;

    Load(Server server) {
        this.server = server;
    }

    Server server() {
        return server;
    }

    /** Before anything was asked. */
    void noteIdle() throws IOException {
        idleBytes = server.processes().residentBytes();
    }

    Report.Memory memory() throws IOException {
        return new Report.Memory(server.name(), idleBytes, server.processes().residentBytes());
    }

    void prepare(int pods) throws IOException, InterruptedException, ExecutionException {
        try (Clients clients = new Clients(server.endpoint(), CLIENTS);
                Connection one = new Connection(server.endpoint())) {
            for (String name : List.of("kept", "kept-pods", "made")) {
                ensure(one, Request.post(NAMESPACES, Bodies.namespace(name)));
                ensure(
                        one,
                        Request.post(
                                NAMESPACES + "/" + name + "/serviceaccounts",
                                Bodies.serviceAccount()));
            }
            one.perform(Request.delete(KEPT));
            one.perform(Request.delete(KEPT_PODS + "?gracePeriodSeconds=0"));
            clients.send(
                    CLIENTS * KEPT_FOR_EACH,
                    (_, i) ->
                            Request.post(
                                    KEPT, Bodies.configMap(kept(i % CLIENTS, i / CLIENTS), 0)));
            clients.send(
                    pods, (_, i) -> Request.post(KEPT_PODS, Bodies.pod("pod-%05d".formatted(i))));
        }
    }

    /** A server that ran before may have it. */
    private static void ensure(Connection connection, Request request) throws IOException {
        try {
            connection.perform(request);
        } catch (RefusedException e) {
            if (e.status() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    Measurement run(Row row, int requests)
            throws IOException, InterruptedException, ExecutionException {
        generation++;
        try (Clients clients = new Clients(server.endpoint(), CLIENTS)) {
            return row == Row.WATCH ? watched(clients, requests) : plain(clients, row, requests);
        } finally {
            removeMade();
        }
    }

    private Measurement plain(Clients clients, Row row, int requests)
            throws IOException, InterruptedException, ExecutionException {
        long cpu = server.processes().cpuNanos();
        Timings timings = clients.send(requests, requestsOf(row));
        return Measurement.of(timings, server.processes().cpuNanos() - cpu);
    }

    /** A request ends when the last watcher has its event. */
    private Measurement watched(Clients clients, int requests)
            throws IOException, InterruptedException, ExecutionException {
        try (Watchers watchers = new Watchers(server.endpoint(), MADE, WATCHERS, requests)) {
            long cpu = server.processes().cpuNanos();
            Timings timings = clients.send(requests, requestsOf(Row.CREATE));
            watchers.complete(timings);
            return Measurement.of(timings, server.processes().cpuNanos() - cpu);
        }
    }

    private Clients.Requests requestsOf(Row row) {
        return switch (row) {
            case CREATE, WATCH ->
                    (_, i) -> Request.post(MADE, Bodies.configMap(Watchers.name(i), generation));
            case GET -> (client, i) -> Request.get(KEPT + "/" + kept(client, i));
            case UPDATE ->
                    (client, i) ->
                            Request.put(
                                    KEPT + "/" + kept(client, i),
                                    Bodies.configMap(kept(client, i), changed(i)));
            case APPLY ->
                    (client, i) ->
                            Request.apply(
                                    KEPT + "/" + kept(client, i),
                                    Bodies.configMap(kept(client, i), changed(i)));
            case POD -> (_, i) -> Request.post(MADE_PODS, Bodies.pod("pod-%05d".formatted(i)));
            case LIST -> (_, _) -> Request.get(KEPT_PODS);
            case PAGE -> (_, _) -> Request.get(KEPT_PODS + "?limit=500");
            case PROTOBUF_LIST -> (_, _) -> Request.get(KEPT_PODS, PROTOBUF);
            case PROTOBUF_PAGE -> (_, _) -> Request.get(KEPT_PODS + "?limit=500", PROTOBUF);
        };
    }

    private int changed(int index) {
        return generation * 100_000 + index;
    }

    private static String kept(int client, int index) {
        return "kept-%02d-%02d".formatted(client, index % KEPT_FOR_EACH);
    }

    private void removeMade() throws IOException {
        try (Connection connection = new Connection(server.endpoint())) {
            connection.perform(Request.delete(MADE));
            connection.perform(Request.delete(MADE_PODS + "?gracePeriodSeconds=0"));
        }
    }
}
