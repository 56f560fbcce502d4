package io.alcove.apiserver.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.linearizability.Operation.Answer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Some clients at work at once, some watches beside them, and what is asked of it all after. */
public final class History {

    private static final int CLIENTS = 6;
    private static final int KEYS = 4;

    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private final List<ConfigMapWatch> watches = new ArrayList<>();
    private final Semaphore answered = new Semaphore(0);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final long seed;

    private History(long seed) {
        this.seed = seed;
    }

    /** Begins. Every server must answer now; later each may be gone for a while. */
    public static History begin(List<TestHttp> servers) throws Exception {
        History history = new History(new Random().nextLong());
        for (TestHttp server : servers) {
            history.watches.add(new ConfigMapWatch(server, marker(server, "start")));
        }
        for (int i = 0; i < CLIENTS; i++) {
            ConfigMapClient client =
                    new ConfigMapClient(
                            "c" + i, servers, KEYS, new Random(history.seed + i), history::add);
            history.clients.add(Thread.ofVirtual().start(() -> history.work(client)));
        }
        return history;
    }

    private void add(Operation operation) {
        operations.add(operation);
        if (operation.answer() != Answer.UNKNOWN) {
            answered.release();
        }
    }

    private void work(ConfigMapClient client) {
        try {
            while (!stopped.get()) {
                client.request();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes something, and tells the revision of it. */
    private static long marker(TestHttp server, String name) throws Exception {
        HttpResponse<String> response =
                server.send(
                        "POST",
                        ConfigMapClient.PATH,
                        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'generateName':'%s-'}}"
                                .formatted(name));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Long.parseLong(
                response.body().replaceAll("(?s).*\"resourceVersion\":\"(\\d+)\".*", "$1"));
    }

    /** Waits until so many more requests were answered. */
    public void await(int more) throws InterruptedException {
        answered.drainPermits();
        answered.acquire(more);
    }

    /** Ends, and holds all answers and events against each other. */
    public void check(TestHttp server) throws Exception {
        stopped.set(true);
        for (Thread client : clients) {
            client.join();
        }
        long last = marker(server, "end");
        List<Operation> all = List.copyOf(operations);
        assertThat(LinearizabilityChecker.check(all)).as("seed %d", seed).isEmpty();
        assertThat(revisionsGoingBack(all)).as("seed %d", seed).isEmpty();
        for (ConfigMapWatch watch : watches) {
            checkWatch(watch, all, last);
        }
    }

    /** Writes, one after another, whose revisions are not. */
    private static List<Operation> revisionsGoingBack(List<Operation> all) {
        List<Operation> writes =
                all.stream()
                        .filter(o -> o.revision() > 0)
                        .sorted(Comparator.comparingLong(Operation::revision))
                        .toList();
        List<Operation> wrong = new ArrayList<>();
        long latestStart = Long.MIN_VALUE;
        for (Operation write : writes) {
            if (write.endNanos() < latestStart) {
                wrong.add(write);
            }
            latestStart = Math.max(latestStart, write.startNanos());
        }
        return wrong;
    }

    private void checkWatch(ConfigMapWatch watch, List<Operation> all, long last)
            throws InterruptedException {
        List<ConfigMapWatch.Event> events = watch.upTo(last);
        assertThat(watch.failures()).as("seed %d", seed).isEmpty();
        List<Long> seen = events.stream().map(ConfigMapWatch.Event::revision).toList();
        List<Long> acknowledged =
                all.stream().map(Operation::revision).filter(r -> r > 0).sorted().toList();
        assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates().isSorted();
        assertThat(seen).as("seed %d", seed).containsAll(acknowledged);
        List<String> written =
                all.stream()
                        .filter(o -> o.isWrite() && o.answer() != Answer.MISSING)
                        .map(Operation::written)
                        .toList();
        assertThat(events)
                .as("seed %d", seed)
                .extracting(ConfigMapWatch.Event::value)
                .allMatch(value -> value.isEmpty() || written.contains(value));
    }
}
