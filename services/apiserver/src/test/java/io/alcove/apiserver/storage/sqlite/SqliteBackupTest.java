package io.alcove.apiserver.storage.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteBackupTest {

    private static final GroupResource PODS = new GroupResource("", "pods");
    private static final int WRITERS = 4;

    @TempDir private Path directory;

    private static StoreKey pod(String name) {
        return new StoreKey(PODS, new ObjectName("default", name));
    }

    private static Map<String, Long> held(Store store, long revision) {
        return ((ListPage.Values) store.list(StoreKey.ROOT, revision, "", 0))
                .values().stream()
                        .collect(Collectors.toMap(v -> v.key().path(), StoredValue::revision));
    }

    @Test
    void holdsOneRevisionWhileWritersRun() throws InterruptedException {
        Path data = directory.resolve("data");
        Path file = directory.resolve("backup.db");
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicLong acknowledged = new AtomicLong();
        CountDownLatch busy = new CountDownLatch(500);
        try (Store store = SqliteStore.open(data)) {
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String name = "w" + i;
                writers.add(
                        Thread.ofVirtual()
                                .start(() -> write(store, name, stopped, acknowledged, busy)));
            }
            busy.await();
            long before = acknowledged.get();
            long revision = SqliteBackup.write(data, file);
            stopped.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(revision).isGreaterThanOrEqualTo(before);
            Path restored = directory.resolve("restored");
            SqliteBackup.restore(file, restored);
            try (Store copy = SqliteStore.open(restored)) {
                assertThat(held(copy, 0)).isEqualTo(held(store, revision));
            }
        }
    }

    private static void write(
            Store store,
            String name,
            AtomicBoolean stopped,
            AtomicLong acknowledged,
            CountDownLatch busy) {
        for (int i = 0; !stopped.get(); i++) {
            StoreKey key = pod(name + "-" + i % 50);
            long held = store.get(key).map(StoredValue::revision).orElse(0L);
            byte[] value = ("" + i).getBytes(UTF_8);
            WriteResult result =
                    held == 0
                            ? store.create(key, value)
                            : i % 7 == 0 ? store.delete(key, held) : store.update(key, value, held);
            if (result instanceof WriteResult.Written(long revision)) {
                acknowledged.accumulateAndGet(revision, Math::max);
                busy.countDown();
            }
        }
    }

    @Test
    void sendsClientsOfTheLostStoreBackToReadAnew() {
        Path data = directory.resolve("data");
        Path file = directory.resolve("backup.db");
        Path restored = directory.resolve("restored");
        long lost;
        try (Store store = SqliteStore.open(data)) {
            store.create(pod("a"), "1".getBytes(UTF_8));
            SqliteBackup.write(data, file);
            store.create(pod("b"), "1".getBytes(UTF_8));
            lost = store.revision();
        }
        long revision = SqliteBackup.restore(file, restored);
        try (Store store = SqliteStore.open(restored)) {
            assertThat(store.subscribe(lost, new Ignoring())).isEmpty();
            assertThat(store.list(StoreKey.ROOT, lost, "", 0))
                    .isInstanceOf(ListPage.Compacted.class);
            assertThat(store.create(pod("c"), "1".getBytes(UTF_8)))
                    .isEqualTo(new WriteResult.Written(revision + 1));
            assertThat(revision).isGreaterThan(lost);
        }
    }

    @Test
    void writesOverNothing() {
        Path data = directory.resolve("data");
        Path file = directory.resolve("backup.db");
        SqliteStore.open(data).close();
        SqliteBackup.write(data, file);
        assertThatThrownBy(() -> SqliteBackup.write(data, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> SqliteBackup.restore(file, data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("exists");
        assertThatThrownBy(() -> SqliteBackup.write(directory.resolve("none"), file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no store in");
    }

    private static final class Ignoring implements Store.Subscriber {
        @Override
        public void accept(StoreEvent event) {}

        @Override
        public void failed(StoreException cause) {}
    }
}
