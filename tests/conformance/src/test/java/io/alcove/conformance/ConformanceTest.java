package io.alcove.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the same scripts to a real kube-apiserver and to Alcove's, and compares the answers.
 * Scripts whose answers are known to differ are listed by name: one that has come to agree must
 * leave the list.
 */
class ConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path directory;
    private static final Processes PROCESSES = new Processes();
    private static Optional<TestServer> real = Optional.empty();
    private static Optional<TestServer> alcove = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        String cache =
                Objects.requireNonNullElse(
                        System.getenv("ALCOVE_HOST_CACHE"),
                        System.getProperty("user.home") + "/.cache/alcove/host");
        boolean built =
                Files.isExecutable(Path.of(cache, "kubernetes-1.36.3", "kube-apiserver"))
                        && Files.isExecutable(Path.of(cache, "etcd-3.6.16", "etcd"));
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                built || required,
                "no real kube-apiserver here: tests/host/build.sh control-plane builds it");
        real = Optional.of(PROCESSES.real(Files.createDirectories(directory.resolve("real"))));
        alcove =
                Optional.of(PROCESSES.alcove(Files.createDirectories(directory.resolve("alcove"))));
    }

    @AfterAll
    static void stop() throws Exception {
        PROCESSES.endAll();
    }

    @Test
    void answersAsKubeApiserverDoes() throws Exception {
        Set<String> known = new TreeSet<>();
        read("differences.json").forEach(name -> known.add(name.asText()));
        Set<String> differing = new TreeSet<>();
        int requests = 0;
        List<String> report = new ArrayList<>();
        for (JsonNode script : read("scripts.json")) {
            String name = script.path("name").asText();
            for (JsonNode step : script.path("steps")) {
                requests++;
                Optional<String> difference = difference(Step.of(step));
                if (difference.isPresent()) {
                    differing.add(name);
                    report.add(name + ": " + difference.get());
                }
            }
        }
        System.out.printf(
                "conformance: %d requests, %d scripts differ%n", requests, differing.size());
        report.forEach(System.out::println);
        assertThat(differing).as(String.join("\n", report)).isEqualTo(known);
    }

    private static Optional<String> difference(Step step) throws Exception {
        TestServer.Answer expected = real.orElseThrow().send(step);
        TestServer.Answer actual = alcove.orElseThrow().send(step);
        JsonNode expectedBody = Normal.of(expected.body());
        JsonNode actualBody = Normal.of(actual.body());
        return expected.code() == actual.code() && expectedBody.equals(actualBody)
                ? Optional.empty()
                : Optional.of(
                        "%s %s%n    expected %d %s%n    but was  %d %s"
                                .formatted(
                                        step.method(),
                                        step.path(),
                                        expected.code(),
                                        expectedBody,
                                        actual.code(),
                                        actualBody));
    }

    private static JsonNode read(String resource) throws Exception {
        try (InputStream in = ConformanceTest.class.getResourceAsStream(resource)) {
            return JSON.readTree(Objects.requireNonNull(in, resource));
        }
    }
}
