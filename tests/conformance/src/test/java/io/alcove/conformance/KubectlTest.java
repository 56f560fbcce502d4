package io.alcove.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types the same kubectl commands, in order, at a real cluster and at Alcove's, both with their
 * controllers, and compares what is printed.
 */
class KubectlTest {

    private static final Path MANIFESTS =
            Path.of("src/test/resources/io/alcove/conformance/kubectl").toAbsolutePath();

    @TempDir private static Path directory;
    private static final Processes PROCESSES = new Processes();
    private static final List<StandInKubelet> KUBELETS = new ArrayList<>();

    /** Of other versions than the default one only the server and kubectl need be built. */
    private static final boolean CONTROLLERS =
            RealServer.isDefault() || RealServer.has("kube-controller-manager");

    private static Optional<Terminal> real = Optional.empty();
    private static Optional<Terminal> alcove = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        RealServer.require("kube-apiserver", "kubectl");
        if (CONTROLLERS) {
            RealServer.require("kube-controller-manager");
        }
        Path there = Files.createDirectories(directory.resolve("real"));
        real =
                Optional.of(
                        terminal(PROCESSES.real(there, CONTROLLERS), directory.resolve("at-real")));
        Path here = Files.createDirectories(directory.resolve("alcove"));
        alcove =
                Optional.of(
                        terminal(
                                PROCESSES.alcove(here, CONTROLLERS),
                                directory.resolve("at-alcove")));
    }

    private static Terminal terminal(TestServer server, Path home) throws IOException {
        KUBELETS.add(StandInKubelet.start(server));
        return Terminal.of(server, MANIFESTS, home);
    }

    @AfterAll
    static void stop() throws Exception {
        KUBELETS.forEach(StandInKubelet::close);
        PROCESSES.endAll();
    }

    @TestFactory
    Stream<DynamicTest> printsWhatKubectlPrintsOfKubernetes() throws IOException {
        String commands = CONTROLLERS ? "commands.txt" : "commands-without-controllers.txt";
        return Command.parse(Files.readString(MANIFESTS.resolve(commands))).stream()
                .map(command -> DynamicTest.dynamicTest(command.line(), () -> compare(command)));
    }

    private static void compare(Command command) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> expected = threads.submit(() -> real.orElseThrow().run(command));
            Future<String> actual = threads.submit(() -> alcove.orElseThrow().run(command));
            String wanted = NormalText.of(expected.get());
            String got = NormalText.of(actual.get());
            if (command.difference().isPresent()) {
                assertThat(got)
                        .as("%s answers the same by now: take its comment away", command.line())
                        .isNotEqualTo(wanted);
            } else {
                assertThat(got).as(command.line()).isEqualTo(wanted);
            }
        }
    }
}
