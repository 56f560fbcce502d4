package io.alcove.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that send requests at the same time, each one after the other. */
final class Clients implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();

    /** What is to be sent. */
    interface Requests {

        /**
         * @param client by its number
         * @param index of the request, from 0 over all clients
         */
        Request of(int client, int index);
    }

    Clients(Endpoint endpoint, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connections.add(new Connection(endpoint));
        }
    }

    /** Sends so many requests, and returns when each began and ended. */
    Timings send(int count, Requests requests) throws InterruptedException, ExecutionException {
        Timings timings = new Timings(count);
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections.size(); i++) {
                int client = i;
                running.add(
                        threads.submit(
                                () -> {
                                    sendAll(client, next, requests, timings);
                                    return true;
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return timings;
    }

    private void sendAll(int client, AtomicInteger next, Requests requests, Timings timings)
            throws IOException {
        Connection connection = connections.get(client);
        for (int i = next.getAndIncrement(); i < timings.count(); i = next.getAndIncrement()) {
            Request request = requests.of(client, i);
            timings.begin(i);
            connection.perform(request);
            timings.end(i);
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
