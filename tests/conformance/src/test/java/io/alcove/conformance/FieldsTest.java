package io.alcove.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Creates an object of every built-in kind with all its fields, as it is and with each field wrong
 * once, on a real kube-apiserver and on Alcove's, as dry runs. What is known to differ is listed by
 * field, with why.
 */
class FieldsTest {

    private static final int AT_ONCE = 8;

    @TempDir private static Path directory;
    private static final Processes PROCESSES = new Processes();
    private static Optional<TestServer> real = Optional.empty();
    private static Optional<TestServer> alcove = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        RealServer.require("kube-apiserver");
        Assumptions.assumeTrue(
                RealServer.isDefault(), "the objects have the fields of the default version");
        real =
                Optional.of(
                        PROCESSES.real(Files.createDirectories(directory.resolve("real")), false));
        alcove =
                Optional.of(
                        PROCESSES.alcove(
                                Files.createDirectories(directory.resolve("alcove")), false));
        Step account =
                Step.of(
                        Scripts.json(
                                "{'method':'POST','path':'/api/v1/namespaces/default/serviceaccounts','body':{'metadata':{'name':'default'}}}"));
        real.orElseThrow().send(account);
        alcove.orElseThrow().send(account);
    }

    @AfterAll
    static void stop() throws Exception {
        PROCESSES.endAll();
    }

    @Test
    void takesAndRefusesTheFieldsOfEveryKindAsKubeApiserverDoes() throws Exception {
        Map<String, Future<List<String>>> answers = new LinkedHashMap<>();
        TreeSet<String> kinds = new TreeSet<>();
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (JsonNode each : Scripts.read("scripts/objects.json")) {
                ObjectNode object = (ObjectNode) each.path("object");
                String kind =
                        object.path("kind").asText() + " " + object.path("apiVersion").asText();
                kinds.add(kind);
                List<Mutations.Mutation> all = new ArrayList<>();
                all.add(new Mutations.Mutation("full", object));
                all.addAll(Mutations.of(object));
                for (Mutations.Mutation mutation : all) {
                    answers.put(
                            kind + " " + mutation.name(),
                            threads.submit(
                                    () -> compare(turns, each.path("path").asText(), mutation)));
                }
            }
        }
        check(answers, kinds.size());
    }

    private static List<String> compare(Semaphore turns, String path, Mutations.Mutation mutation)
            throws InterruptedException {
        turns.acquire();
        try {
            ObjectNode node = mutation.object().objectNode();
            node.put("method", "POST").put("path", path + "?dryRun=All");
            node.set("body", mutation.object());
            Step step = Step.of(node);
            return Differences.between(
                    answer(real.orElseThrow(), step), answer(alcove.orElseThrow(), step));
        } finally {
            turns.release();
        }
    }

    /** A server may break off: upstream's does where it panics. */
    private static JsonNode answer(TestServer server, Step step) throws InterruptedException {
        try {
            return server.send(step).normal();
        } catch (IOException _) {
            return JsonNodeFactory.instance.objectNode().put("code", 0).put("body", "broke off");
        }
    }

    private static void check(Map<String, Future<List<String>>> answers, int kinds)
            throws Exception {
        Map<String, String> known = Scripts.reasons("fields-differ.json");
        List<String> report = new ArrayList<>();
        List<String> agreeing = new ArrayList<>(known.keySet());
        int differing = 0;
        for (Map.Entry<String, Future<List<String>>> each : answers.entrySet()) {
            List<String> differences = each.getValue().get();
            if (differences.isEmpty()) {
                continue;
            }
            differing++;
            Optional<String> reason =
                    known.keySet().stream().filter(k -> matches(each.getKey(), k)).findFirst();
            reason.ifPresent(agreeing::remove);
            if (reason.isEmpty()) {
                report.add(each.getKey());
                report.addAll(differences);
            }
        }
        Files.writeString(
                Path.of("target", "fields.txt"),
                "%d kinds, %d requests, %d answered differently, %d of them unexpectedly%n%s%n"
                        .formatted(
                                kinds,
                                answers.size(),
                                differing,
                                report.stream().filter(line -> !line.startsWith(" ")).count(),
                                String.join("\n", report)));
        assertThat(report).withFailMessage(() -> String.join("\n", report)).isEmpty();
        assertThat(agreeing).as("agree by now: take them from fields-differ.json").isEmpty();
    }

    /** Whether a case is known: by its whole name, or by the beginning before a star. */
    private static boolean matches(String name, String known) {
        return known.endsWith("*")
                ? name.startsWith(known.substring(0, known.length() - 1))
                : name.equals(known);
    }
}
