package io.alcove.apiserver.storage.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreContract;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.WriteResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {

    private static final GroupResource PODS = new GroupResource("", "pods");

    @TempDir private Path directory;

    @Override
    protected Store open() {
        return SqliteStore.open(directory.resolve("contract"));
    }

    private static StoreKey pod(String name) {
        return new StoreKey(PODS, new ObjectName("default", name));
    }

    @Test
    void goesOnWithLaterRevisionsAfterARestart() {
        Path data = directory.resolve("restart");
        long deleted;
        try (Store store = SqliteStore.open(data)) {
            store.create(pod("a"), "1".getBytes(UTF_8));
            store.delete(pod("a"), 1);
            deleted = store.revision();
            store.compact(deleted);
        }
        try (Store store = SqliteStore.open(data)) {
            assertThat(store.revision()).isEqualTo(deleted);
            assertThat(store.create(pod("a"), "2".getBytes(UTF_8)))
                    .isEqualTo(new WriteResult.Written(deleted + 1));
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        Path data = directory.resolve("locked");
        Store first = SqliteStore.open(data);
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is in use by another API server");
        first.close();
        SqliteStore.open(data).close();
    }

    @Test
    void refusesACorruptFile() throws IOException {
        Path data = Files.createDirectories(directory.resolve("corrupt"));
        Files.write(data.resolve(Database.FILE), new byte[8192]);
        Files.writeString(data.resolve(Database.FILE), "this is no database at all".repeat(99));
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void holdsEveryAcknowledgedWriteAfterKill() throws Exception {
        Path data = directory.resolve("killed");
        List<String> acknowledged = new ArrayList<>();
        Process child =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessWriter.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader answers = child.inputReader()) {
            while (acknowledged.size() < 500) {
                acknowledged.add(answers.readLine());
            }
            // by its handle, as the process would close the stream that is still to be read
            child.toHandle().destroyForcibly();
            answers.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
        }
        child.waitFor();
        try (Store store = SqliteStore.open(data)) {
            assertThat(acknowledged)
                    .allSatisfy(
                            line -> {
                                String name = line.substring(0, line.length() - 1);
                                assertThat(store.get(pod(name))).isPresent();
                            });
        }
    }

    /** The child process: prints the name of each pod, and a dot, once its write is answered. */
    static final class EndlessWriter {

        private static final int WRITERS = 8;

        private EndlessWriter() {}

        public static void main(String[] arguments) throws InterruptedException {
            Store store = SqliteStore.open(Path.of(arguments[0]));
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String writer = "w" + i;
                writers.add(Thread.ofVirtual().start(() -> write(store, writer)));
            }
            for (Thread writer : writers) {
                writer.join();
            }
        }

        private static void write(Store store, String writer) {
            for (int i = 0; i < 1_000_000; i++) {
                String name = writer + "-" + i;
                if (store.create(pod(name), name.getBytes(UTF_8)) instanceof WriteResult.Written) {
                    System.out.println(name + ".");
                }
            }
        }
    }
}
