package io.alcove.apiserver.storage.etcd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreContract;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.WriteResult;
import io.alcove.pki.PkiDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EtcdStoreTest extends StoreContract {

    private static final GroupResource PODS = new GroupResource("", "pods");
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    @TempDir private static Path directory;
    private static EtcdProcess etcd;

    @BeforeAll
    static void startEtcd() throws IOException {
        etcd = EtcdProcess.start(directory, "--unsafe-no-fsync");
    }

    @AfterAll
    static void stopEtcd() {
        if (etcd != null) {
            etcd.close();
        }
    }

    @Override
    protected Store open() {
        return EtcdStore.open(options());
    }

    private static EtcdOptions options() {
        return etcd.options("/test-" + PREFIXES.incrementAndGet());
    }

    private static StoreKey pod(String name) {
        return new StoreKey(PODS, new ObjectName("default", name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void listsMoreThanOneMessageHolds() {
        try (Store store = EtcdStore.open(options())) {
            int count = 2 * EtcdRanges.PAGE + 3;
            for (int i = 0; i < count; i++) {
                store.create(pod("pod-%04d".formatted(i)), bytes("" + i));
            }
            assertThat(page(store, 0)).hasSize(count);
            assertThat(page(store, count - 1)).hasSize(count - 1);
            assertThat(page(store, 7)).hasSize(7);
        }
    }

    private static List<?> page(Store store, int limit) {
        return ((io.alcove.apiserver.storage.ListPage.Values)
                        store.list(StoreKey.prefix(PODS), 0, "", limit))
                .values();
    }

    @Test
    void tellsThatARevisionOfAnotherPrefixIsReached() throws InterruptedException {
        try (Store store = EtcdStore.open(options());
                Store other = EtcdStore.open(options())) {
            Recorder recorder = new Recorder();
            assertThat(store.subscribe(store.revision(), recorder)).isPresent();
            other.create(pod("a"), bytes("1"));
            long revision = store.revision();
            assertThat(recorder.reached.poll(10, TimeUnit.SECONDS)).isEqualTo(revision);
            assertThat(recorder.events).isEmpty();
        }
    }

    @Test
    void goesOnAfterEtcdWasGone() throws Exception {
        try (EtcdProcess own = EtcdProcess.start(directory.resolve("restarted"));
                Store store = EtcdStore.open(own.options("/registry"))) {
            Recorder recorder = new Recorder();
            assertThat(store.subscribe(store.revision(), recorder)).isPresent();
            store.create(pod("a"), bytes("1"));
            assertThat(recorder.take()).isEqualTo(pod("a"));
            own.kill();
            own.startAgain();
            store.create(pod("b"), bytes("1"));
            assertThat(recorder.take()).isEqualTo(pod("b"));
            assertThat(recorder.failures).isEmpty();
        }
    }

    @Test
    void provesItselfToAnEtcdThatWantsACertificate() throws IOException {
        PkiDirectory pki = TestApiServer.pki(directory.resolve("tls"));
        EtcdProcess.Tls tls =
                new EtcdProcess.Tls(
                        pki.file("ca.crt"),
                        pki.file("apiserver.crt"),
                        pki.file("apiserver.key"),
                        pki.file("controller-manager.crt"),
                        pki.file("controller-manager.key"));
        try (EtcdProcess own = EtcdProcess.startTls(directory.resolve("tls"), tls);
                Store store = EtcdStore.open(own.options("/registry"))) {
            store.create(pod("a"), bytes("1"));
            assertThat(store.get(pod("a"))).isPresent();
            EtcdOptions without =
                    new EtcdOptions(
                            List.of(own.address()),
                            Optional.of(tls.authority()),
                            Optional.empty(),
                            Optional.empty(),
                            "/registry");
            assertThatThrownBy(() -> EtcdStore.open(without)).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void usesTheServerThatIsThere() {
        EtcdOptions options =
                new EtcdOptions(
                        List.of(URI.create("http://127.0.0.1:1"), etcd.address()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "/several");
        try (Store store = EtcdStore.open(options)) {
            assertThat(store.create(pod("a"), bytes("1"))).isInstanceOf(WriteResult.Written.class);
        }
    }

    @Test
    void writesASnapshotWithTheChecksumThatEtcdSends() throws IOException {
        EtcdOptions options = options();
        Path file = directory.resolve("snapshot-" + PREFIXES.get());
        try (Store store = EtcdStore.open(options)) {
            store.create(pod("a"), bytes("in the snapshot"));
            long revision = store.revision();
            assertThat(EtcdBackup.write(options, file)).isGreaterThanOrEqualTo(revision);
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("in the snapshot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "/registry", "/registry/", "registry//"})
    void readsPrefixesAsUpstreamDoes(String given) {
        assertThat(EtcdOptions.normalPrefix(given)).isEqualTo("/registry");
    }

    private static final class Recorder implements Store.Subscriber {

        private final BlockingQueue<StoreEvent> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<Long> reached = new LinkedBlockingQueue<>();
        private final BlockingQueue<StoreException> failures = new LinkedBlockingQueue<>();

        @Override
        public void accept(StoreEvent event) {
            events.add(event);
        }

        @Override
        public void reached(long revision) {
            reached.add(revision);
        }

        @Override
        public void failed(StoreException cause) {
            failures.add(cause);
        }

        StoreKey take() throws InterruptedException {
            StoreEvent event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event.key();
        }
    }
}
