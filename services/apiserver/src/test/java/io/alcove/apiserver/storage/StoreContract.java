package io.alcove.apiserver.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
public abstract class StoreContract {

    private static final GroupResource PODS = new GroupResource("", "pods");
    private static final String PODS_PREFIX = StoreKey.prefix(PODS);

    private Store store;

    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static StoreKey pod(String namespace, String name) {
        return new StoreKey(PODS, new ObjectName(namespace, name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private long create(StoreKey key, String value) {
        return revision(store.create(key, bytes(value)));
    }

    protected static long revision(WriteResult result) {
        assertThat(result).isInstanceOf(WriteResult.Written.class);
        return ((WriteResult.Written) result).revision();
    }

    private List<String> list(String prefix, long revision, String after, int limit) {
        ListPage page = store.list(prefix, revision, after, limit);
        assertThat(page).isInstanceOf(ListPage.Values.class);
        return ((ListPage.Values) page)
                .values().stream()
                        .map(v -> v.key().name() + "=" + new String(v.value(), UTF_8))
                        .toList();
    }

    @Test
    void readsWhatWasWritten() {
        StoreKey key = pod("default", "a");
        long revision = create(key, "1");
        StoredValue held = store.get(key).orElseThrow();
        assertThat(revision).isPositive();
        assertThat(held.revision()).isEqualTo(revision).isEqualTo(store.revision());
        assertThat(held.value()).isEqualTo(bytes("1"));
        assertThat(held.key()).isEqualTo(key);
        assertThat(store.get(pod("default", "b"))).isEmpty();
    }

    @Test
    void refusesToCreateWhatIsThere() {
        StoreKey key = pod("default", "a");
        long revision = create(key, "1");
        assertThat(store.create(key, bytes("2")))
                .isInstanceOfSatisfying(
                        WriteResult.Conflict.class,
                        c -> assertThat(c.current().revision()).isEqualTo(revision));
        assertThat(store.revision()).isEqualTo(revision);
    }

    @Test
    void writesOverTheExpectedRevisionOnly() {
        StoreKey key = pod("default", "a");
        long first = create(key, "1");
        long second = revision(store.update(key, bytes("2"), first));
        assertThat(second).isGreaterThan(first);
        assertThat(store.update(key, bytes("3"), first)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store.delete(key, first)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(list(PODS_PREFIX, 0, "", 0)).containsExactly("default/a=2");
    }

    @Test
    void findsNothingToUpdateOrDeleteUnderAnEmptyKey() {
        StoreKey key = pod("default", "a");
        assertThat(store.update(key, bytes("1"), 1)).isInstanceOf(WriteResult.Missing.class);
        long revision = create(key, "1");
        long deleted = revision(store.delete(key, revision));
        assertThat(deleted).isGreaterThan(revision);
        assertThat(store.delete(key, deleted)).isInstanceOf(WriteResult.Missing.class);
        assertThat(store.get(key)).isEmpty();
        assertThat(create(key, "2")).isGreaterThan(deleted);
    }

    @Test
    void listsInTheOrderOfPathsAndInPages() {
        create(pod("a", "x"), "1");
        create(pod("a-b", "x"), "2");
        create(pod("a", "y"), "3");
        create(new StoreKey(new GroupResource("apps", "pods"), new ObjectName("a", "z")), "4");
        assertThat(list(PODS_PREFIX, 0, "", 0)).containsExactly("a-b/x=2", "a/x=1", "a/y=3");
        assertThat(list(PODS_PREFIX + "a/", 0, "", 0)).containsExactly("a/x=1", "a/y=3");
        assertThat(list(PODS_PREFIX, 0, pod("a-b", "x").path(), 1)).containsExactly("a/x=1");
        assertThat(store.list(PODS_PREFIX, 0, "", 1))
                .isInstanceOfSatisfying(
                        ListPage.Values.class, p -> assertThat(p.remaining()).isEqualTo(2));
    }

    @Test
    void listsAtAnOlderRevisionUntilItIsCompacted() {
        StoreKey key = pod("default", "a");
        long first = create(key, "1");
        long second = revision(store.update(key, bytes("2"), first));
        long third = revision(store.delete(key, second));
        assertThat(list(PODS_PREFIX, first, "", 0)).containsExactly("default/a=1");
        assertThat(list(PODS_PREFIX, third, "", 0)).isEmpty();
        store.compact(second);
        assertThat(store.list(PODS_PREFIX, first, "", 0)).isInstanceOf(ListPage.Compacted.class);
        assertThat(list(PODS_PREFIX, second, "", 0)).containsExactly("default/a=2");
        store.compact(third);
        assertThat(list(PODS_PREFIX, third, "", 0)).isEmpty();
        assertThat(store.revision()).isEqualTo(third);
        assertThat(create(key, "3")).isGreaterThan(third);
    }

    @Test
    void tellsSubscribersWhatTheyMissedAndWhatComes() throws InterruptedException {
        StoreKey key = pod("default", "a");
        long first = create(key, "1");
        long second = revision(store.update(key, bytes("2"), first));
        long third = revision(store.delete(key, second));
        Recorder recorder = new Recorder();
        assertThat(store.subscribe(first, recorder)).isPresent();
        long fourth = create(key, "4");
        List<StoreEvent> events = recorder.take(3);
        assertThat(events).extracting(StoreEvent::revision).containsExactly(second, third, fourth);
        assertThat(events.get(1)).isEqualTo(new StoreEvent.Deleted(key, third));
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        StoreEvent.Put.class, p -> assertThat(p.created()).isTrue());
    }

    @Test
    void refusesToSubscribeToWhatIsCompacted() {
        long first = create(pod("default", "a"), "1");
        long second = create(pod("default", "b"), "1");
        store.compact(second);
        assertThat(store.subscribe(first, new Recorder())).isEmpty();
        assertThat(store.subscribe(second, new Recorder())).isPresent();
    }

    @Test
    void keepsEveryKeyConsistentUnderConcurrentWriters() throws Exception {
        long seed = new Random().nextLong();
        Recorder recorder = new Recorder();
        assertThat(store.subscribe(store.revision(), recorder)).isPresent();
        int written = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Random random = new Random(seed + i);
                writers.add(threads.submit(() -> writeAtRandom(random)));
            }
            for (Future<Integer> writer : writers) {
                written += writer.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e);
        }
        List<StoreEvent> events = recorder.take(written);
        List<Long> revisions = events.stream().map(StoreEvent::revision).toList();
        assertThat(revisions).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
        assertThat(store.revision()).isEqualTo(revisions.getLast());
    }

    private int writeAtRandom(Random random) {
        int written = 0;
        for (int i = 0; i < 100; i++) {
            StoreKey key = pod("default", "pod-" + random.nextInt(5));
            long expected = store.get(key).map(StoredValue::revision).orElse(0L);
            WriteResult result =
                    switch (random.nextInt(3)) {
                        case 0 -> store.create(key, bytes("c" + i));
                        case 1 -> store.update(key, bytes("u" + i), expected);
                        default -> store.delete(key, expected);
                    };
            written += result instanceof WriteResult.Written ? 1 : 0;
        }
        return written;
    }

    private static final class Recorder implements Store.Subscriber {

        private final BlockingQueue<StoreEvent> events = new LinkedBlockingQueue<>();

        @Override
        public void accept(StoreEvent event) {
            events.add(event);
        }

        @Override
        public void failed(StoreException cause) {
            throw cause;
        }

        List<StoreEvent> take(int count) throws InterruptedException {
            List<StoreEvent> taken = new ArrayList<>();
            while (taken.size() < count) {
                StoreEvent event = events.poll(10, TimeUnit.SECONDS);
                assertThat(event).as("event %d of %d", taken.size() + 1, count).isNotNull();
                taken.add(event);
            }
            return taken;
        }
    }
}
