package io.alcove.apiserver.storage.encryption;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreContract;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.UnreadableValue;
import io.alcove.apiserver.storage.memory.MemoryStore;
import io.alcove.apiserver.storage.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedStoreTest extends StoreContract {

    private static final String FIRST = "{name: one, secret: MDEyMzQ1Njc4OWFiY2RlZg==}";
    private static final String SECOND = "{name: two, secret: ZmVkY2JhOTg3NjU0MzIxMA==}";
    private static final StoreKey SECRET =
            new StoreKey(new GroupResource("", "secrets"), new ObjectName("default", "a"));
    private static final StoreKey POD =
            new StoreKey(new GroupResource("", "pods"), new ObjectName("default", "a"));
    private static final byte[] VALUE = "a value that nobody may see".getBytes(UTF_8);

    @TempDir private Path directory;
    private @Nullable EncryptionFile encryption;

    @Override
    protected Store open() {
        return over(new MemoryStore(), "*.*", "aesgcm", FIRST);
    }

    private Store over(Store store, String resource, String provider, String keys) {
        write(resource, provider, keys);
        EncryptionFile opened = EncryptionFile.open(file(), false, _ -> unused());
        encryption = opened;
        return new EncryptedStore(store, opened);
    }

    private void reload() {
        Objects.requireNonNull(encryption).reload();
    }

    private static KmsProvider unused() {
        throw new AssertionError("no KMS here");
    }

    private Path file() {
        return directory.resolve("encryption.yaml");
    }

    private void write(String resource, String provider, String keys) {
        try {
            Files.writeString(
                    file(),
                    """
                    apiVersion: apiserver.config.k8s.io/v1
                    kind: EncryptionConfiguration
                    resources:
                    - resources: ["%s"]
                      providers:
                      - %s: {keys: [%s]}
                      - identity: {}
                    """
                            .formatted(resource, provider, keys));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void writesNothingReadableToDisk() throws IOException {
        Path data = directory.resolve("data");
        try (Store store = over(SqliteStore.open(data), "secrets", "aesgcm", FIRST)) {
            long created = revision(store.create(SECRET, VALUE));
            store.update(SECRET, VALUE, created);
            assertThat(readable(data)).isFalse();
            store.create(POD, VALUE);
            assertThat(readable(data)).as("pods are not encrypted").isTrue();
            assertThat(store.get(SECRET).orElseThrow().value()).isEqualTo(VALUE);
        }
    }

    private static boolean readable(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data).filter(f -> f.toString().contains("store.db"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains("nobody may see")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void rotatesKeysWhileItRuns() {
        MemoryStore plain = new MemoryStore();
        Store store = over(plain, "secrets", "aesgcm", FIRST);
        long created = revision(store.create(SECRET, VALUE));
        assertThat(store.isStale(SECRET)).isFalse();
        write("secrets", "aesgcm", SECOND + ", " + FIRST);
        reload();
        assertThat(store.get(SECRET).orElseThrow().value()).isEqualTo(VALUE);
        assertThat(store.isStale(SECRET)).isTrue();
        store.update(SECRET, VALUE, created);
        assertThat(store.isStale(SECRET)).isFalse();
        write("secrets", "aesgcm", SECOND);
        reload();
        assertThat(store.get(SECRET).orElseThrow().value()).isEqualTo(VALUE);
    }

    @Test
    void tellsWhyAValueIsUnreadableAndReadsItWithTheRightKeyAgain() {
        MemoryStore plain = new MemoryStore();
        long _ = revision(over(plain, "secrets", "aesgcm", FIRST).create(SECRET, VALUE));
        Store store = over(plain, "secrets", "aesgcm", SECOND);
        List<StoreException> failures = new ArrayList<>();
        assertThat(store.subscribe(0, following(failures))).isPresent();
        assertThat(UnreadableValue.reason(SECRET, held(store)))
                .contains(
                        "unable to transform key \"/registry/core/secrets/default/a\": no matching"
                                + " key was found for the provided AES transformer");
        write("secrets", "aesgcm", SECOND + ", " + FIRST);
        reload();
        assertThat(failures).hasSize(1);
        assertThat(held(store)).isEqualTo(VALUE);
    }

    @Test
    void keepsTheKeysThatItHasWhereTheFileIsWrong() {
        Store store = over(new MemoryStore(), "secrets", "aesgcm", FIRST);
        store.create(SECRET, VALUE);
        write("secrets", "aesgcm", "{name: short, secret: YQ==}");
        reload();
        assertThat(held(store)).isEqualTo(VALUE);
    }

    @Test
    void readsWhatWasWrittenBeforeItEncrypted() {
        MemoryStore plain = new MemoryStore();
        plain.create(SECRET, "{}".getBytes(UTF_8));
        Store store =
                over(
                        plain,
                        "secrets",
                        "secretbox",
                        "{name: a, secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=}");
        assertThat(held(store)).isEqualTo("{}".getBytes(UTF_8));
        assertThat(store.isStale(SECRET)).isTrue();
    }

    private static byte[] held(Store store) {
        return store.get(SECRET).map(StoredValue::value).orElseThrow();
    }

    private static Store.Subscriber following(List<StoreException> failures) {
        return new Store.Subscriber() {
            @Override
            public void accept(StoreEvent event) {}

            @Override
            public void failed(StoreException cause) {
                failures.add(cause);
            }
        };
    }
}
