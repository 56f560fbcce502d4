package io.alcove.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks both servers, in modes Node and RBAC over the same objects, thousands of times whether
 * somebody may do something.
 */
class AuthorizationTableTest {

    private static final int AT_ONCE = 8;

    @TempDir private static Path directory;
    private static final Processes PROCESSES = new Processes();

    @AfterAll
    static void stop() throws Exception {
        PROCESSES.endAll();
    }

    @Test
    void decidesAsKubeApiserverDoes() throws Exception {
        RealServer.require("kube-apiserver");
        TestServer real = PROCESSES.real(Files.createDirectories(directory.resolve("real")), false);
        TestServer alcove =
                PROCESSES.alcove(Files.createDirectories(directory.resolve("alcove")), false);
        Script setUp = Scripts.named("authorization-objects");
        assertThat(setUp.compare(real, alcove)).isEmpty();
        List<AuthorizationRow> rows = AuthorizationRows.all();
        List<String> expected = answers(rows, real);
        List<String> actual = answers(rows, alcove);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                differences.add(
                        "%s\n  real   %s\n  alcove %s"
                                .formatted(rows.get(i), expected.get(i), actual.get(i)));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> answers(List<AuthorizationRow> rows, TestServer server)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> asked =
                    rows.stream().map(row -> threads.submit(() -> row.ask(server))).toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
