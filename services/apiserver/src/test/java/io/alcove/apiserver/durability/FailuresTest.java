package io.alcove.apiserver.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.sqlite.SqliteStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, and files that are damaged. */
final class FailuresTest {

    private static final String PATH = "/api/v1/namespaces/default/configmaps";
    private static final int ENOUGH = 2000;

    @TempDir private Path directory;

    private static HttpResponse<String> create(TestHttp http, String name, int size)
            throws Exception {
        return http.post(
                PATH,
                "{'metadata':{'name':'%s'},'data':{'v':'%s'}}".formatted(name, "x".repeat(size)));
    }

    @Test
    void refusesWritesOnAFullDiskAndReadsOn() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()),
                "no right here to mount a small disk");
        try (TestApiServer server =
                TestApiServer.startOn(SqliteStore.open(disk.resolve("store")), directory)) {
            TestHttp http = new TestHttp(server.securePort());
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[6 << 20]);
            List<String> acknowledged = new ArrayList<>();
            HttpResponse<String> refused = fill(http, acknowledged);
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).contains("\"reason\":\"InternalError\"");
            assertHolds(http, acknowledged);
            Files.delete(ballast);
            assertThat(create(http, "after", 100_000).statusCode()).isEqualTo(201);
            assertHolds(http, acknowledged);
        } finally {
            assertThat(run("umount", "-l", disk.toString())).isTrue();
        }
    }

    /** Writes until that is refused. */
    private static HttpResponse<String> fill(TestHttp http, List<String> acknowledged)
            throws Exception {
        for (int i = 0; i < ENOUGH; i++) {
            HttpResponse<String> answer = create(http, "cm-" + i, 100_000);
            if (answer.statusCode() != 201) {
                return answer;
            }
            acknowledged.add("cm-" + i);
        }
        throw new AssertionError("the disk is larger than it should be");
    }

    private static void assertHolds(TestHttp http, List<String> names) throws Exception {
        for (String name : names) {
            assertThat(http.get(PATH + "/" + name).statusCode()).as(name).isEqualTo(200);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void doesNotStartOnADamagedFileAndSaysWhich() throws Exception {
        Path store = directory.resolve("store");
        try (TestApiServer server = TestApiServer.start(directory)) {
            TestHttp http = new TestHttp(server.securePort());
            for (int i = 0; i < 50; i++) {
                assertThat(create(http, "cm-" + i, 10_000).statusCode()).isEqualTo(201);
            }
        }
        try (RandomAccessFile file =
                new RandomAccessFile(store.resolve("store.db").toFile(), "rw")) {
            for (long page = 3; page < file.length() / 4096; page++) {
                file.seek(page * 4096);
                file.write(new byte[512]);
            }
        }
        assertThatThrownBy(() -> SqliteStore.open(store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(store.toString())
                .hasStackTraceContaining("corrupt");
    }

    @Test
    void readsOnWhereAPageIsDamagedWhileItRuns() throws Exception {
        Path store = directory.resolve("store");
        try (TestApiServer server = TestApiServer.start(directory)) {
            TestHttp http = new TestHttp(server.securePort());
            List<String> acknowledged = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                assertThat(create(http, "cm-" + i, 10_000).statusCode()).isEqualTo(201);
                acknowledged.add("cm-" + i);
            }
            for (String name : List.of("store.db", "store.db-wal")) {
                try (RandomAccessFile file =
                        new RandomAccessFile(store.resolve(name).toFile(), "rw")) {
                    for (long at = 0; at < file.length(); at += 512) {
                        file.seek(at);
                        file.write(new byte[256]);
                    }
                }
            }
            assertHolds(http, acknowledged);
            HttpResponse<String> refused = create(http, "after", 10);
            assertThat(refused.statusCode()).isIn(201, 500);
        }
    }
}
