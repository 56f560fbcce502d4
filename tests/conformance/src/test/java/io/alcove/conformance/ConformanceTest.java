package io.alcove.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the same scripts to a real kube-apiserver and to Alcove's, and compares the answers.
 * Scripts whose answers are known to differ are listed by name: one that has come to agree must
 * leave the list.
 */
class ConformanceTest {

    @TempDir private static Path directory;
    private static final Processes PROCESSES = new Processes();
    private static Optional<TestServer> real = Optional.empty();
    private static Optional<TestServer> alcove = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        RealServer.require("kube-apiserver");
        real =
                Optional.of(
                        PROCESSES.real(Files.createDirectories(directory.resolve("real")), false));
        alcove =
                Optional.of(
                        PROCESSES.alcove(
                                Files.createDirectories(directory.resolve("alcove")), false));
    }

    @AfterAll
    static void stop() throws Exception {
        PROCESSES.endAll();
    }

    @TestFactory
    Stream<DynamicTest> answersAsKubeApiserverDoes() throws IOException {
        Set<String> differing = Scripts.differing();
        return Scripts.all().stream()
                .map(
                        script ->
                                DynamicTest.dynamicTest(
                                        script.name(),
                                        () -> check(script, differing.contains(script.name()))));
    }

    private static void check(Script script, boolean differs) throws Exception {
        List<String> report = script.compare(real.orElseThrow(), alcove.orElseThrow());
        if (differs) {
            assertThat(report)
                    .as("%s agrees by now: take it from differences.json", script.name())
                    .isNotEmpty();
        } else {
            assertThat(report)
                    .withFailMessage(() -> script.name() + "\n" + String.join("\n", report))
                    .isEmpty();
        }
    }
}
