package io.alcove.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A tenant's life on a real Kubernetes, from the example overlay's apply to its deletion. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealHostTest {

    private static final Duration SOON = Tenant.SOON;
    private static final Duration IMAGES_WITHIN = Duration.ofMinutes(20);
    private static final int EVENTS = 8;

    /** Made by the host for every namespace. */
    private static final Set<String> THE_HOSTS_OWN =
            Set.of("configmap/kube-root-ca.crt", "serviceaccount/default");

    private static final List<String> REPORT = new ArrayList<>();

    @TempDir private static Path directory;
    private static Optional<RealHost> host = Optional.empty();

    @BeforeAll
    static void start() {
        Optional<String> missing = RealHost.missing();
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(missing.isEmpty() || required, () -> missing.orElse(""));
        assertThat(missing).isEmpty();
        Path images = RealHost.REPOSITORY.resolve("k8s/images");
        Command.of(images.resolve("build.sh")).run(IMAGES_WITHIN);
        host =
                Optional.of(
                        RealHost.up(
                                directory.resolve("host"),
                                Stream.of(
                                                "apiserver",
                                                "broker",
                                                "controller-manager",
                                                "dns",
                                                "syncer")
                                        .map(name -> images.resolve("target/" + name + ".tar"))
                                        .toList()));
    }

    @AfterAll
    static void stop() {
        REPORT.forEach(line -> System.out.println("real host: " + line));
        host.ifPresent(RealHost::close);
    }

    @Test
    @Order(1)
    void aTenantComesUpByOneApply() throws Exception {
        Instant start = Instant.now();
        tenant().apply();
        tenant().awaitReady();
        report("apply to API ready", start);
        tenant().awaitEveryPart();
        report("apply to every part ready", start);
    }

    @Test
    @Order(2)
    void everyPodIsRestricted() {
        String warnings =
                host.orElseThrow()
                        .kubectl()
                        .run(
                                SOON,
                                "label",
                                "namespace",
                                Tenant.NAMESPACE,
                                "pod-security.kubernetes.io/enforce=restricted",
                                "--overwrite",
                                "--dry-run=server");
        assertThat(warnings).doesNotContain("Warning", "violate");
    }

    @Test
    @Order(3)
    void onlyTheSyncerHasAToken() {
        for (JsonNode pod : Tenant.json(tenant().hostKubectl(), "get", "pods").path("items")) {
            String name = pod.at("/metadata/name").asText();
            assertThat(pod.at("/spec/volumes").findValues("serviceAccountToken"))
                    .as(name)
                    .hasSize(name.startsWith("syncer") ? 1 : 0);
        }
    }

    @Test
    @Order(4)
    void aDeploymentOfTheTenantRuns() throws IOException {
        Instant start = Instant.now();
        tenant().kubectl().runWithInput(SOON, resource("web.yaml"), "apply", "-f", "-");
        tenant().kubectl().run(SOON, "rollout", "status", "deployment/web", "--timeout=120s");
        report("a Deployment's create to its pods ready", start);
        assertThat(Tenant.json(tenant().kubectl(), "get", "pods", "-l=app=web").path("items"))
                .hasSize(2);
    }

    @Test
    @Order(5)
    void theLogOfAContainerIsRead() {
        assertThat(tenant().kubectl().run(SOON, "logs", "deployment/web")).contains("serving");
    }

    @Test
    @Order(6)
    void aServiceIsReachedByItsName() throws IOException {
        tenant().kubectl().runWithInput(SOON, resource("asks.yaml"), "apply", "-f", "-");
        Command.Result result =
                tenant().kubectl()
                        .result(
                                SOON,
                                "",
                                "wait",
                                "--for=jsonpath={.status.phase}=Succeeded",
                                "pod/asks",
                                "--timeout=90s");
        String log = tenant().kubectl().run(SOON, "logs", "asks");
        assertThat(result.code()).as(log).isZero();
        assertThat(log.lines()).containsExactly("hello", "hello", "hello");
    }

    @Test
    @Order(7)
    void aServiceHasTheAddressThatItHasOnTheHost() {
        assertThat(
                        tenant().kubectl()
                                .run(
                                        SOON,
                                        "get",
                                        "service",
                                        "web",
                                        "-o=jsonpath={.spec.clusterIP}"))
                .isEqualTo(tenant().clusterIp("web-x-default-x-demo"));
    }

    @Test
    @Order(8)
    void thePodsStatusIsTheHosts() {
        for (JsonNode pod : Tenant.json(tenant().kubectl(), "get", "pods").path("items")) {
            String name = pod.at("/metadata/name").asText();
            JsonNode hostPod =
                    Tenant.json(tenant().hostKubectl(), "get", "pod", name + "-x-default-x-demo");
            for (String field :
                    List.of(
                            "phase",
                            "podIP",
                            "podIPs",
                            "hostIP",
                            "startTime",
                            "qosClass",
                            "containerStatuses")) {
                assertThat(pod.path("status").path(field))
                        .as("%s of %s", field, name)
                        .isEqualTo(hostPod.path("status").path(field));
            }
            assertThat(pod.at("/spec/nodeName")).isEqualTo(hostPod.at("/spec/nodeName"));
        }
    }

    @Test
    @Order(9)
    void eachStepIsAnEventOnTheTopic() throws IOException {
        String events = events();
        assertThat(events.lines()).hasSizeGreaterThanOrEqualTo(EVENTS);
        assertThat(events).contains("web-x-default-x-demo").contains("\"type\"").contains("alcove");
    }

    @Test
    @Order(10)
    void anIdleTenantIsSmall() throws IOException {
        Map<String, Long> memory = Footprint.residentMebibytes();
        long all = memory.values().stream().mapToLong(Long::longValue).sum();
        REPORT.add("resident MiB with AOT cache: " + memory + ", together " + all);
        assertThat(memory)
                .containsOnlyKeys("apiserver", "broker", "controller-manager", "dns", "syncer");
    }

    @Test
    @Order(11)
    void deletionLeavesTheNamespaceEmpty() {
        tenant().hostKubectl()
                .runWithInput(SOON, tenant().manifests(), "delete", "-f", "-", "--timeout=120s");
        for (String kind : List.of("pods", "services", "secrets", "persistentvolumeclaims")) {
            tenant().hostKubectl()
                    .run(SOON, "wait", "--for=delete", kind, "--all", "--timeout=120s");
        }
        Set<String> left = new TreeSet<>();
        String kinds =
                host.orElseThrow()
                        .kubectl()
                        .run(SOON, "api-resources", "--namespaced", "--verbs=list", "-o=name")
                        .lines()
                        .filter(kind -> !kind.startsWith("events"))
                        .reduce((before, after) -> before + "," + after)
                        .orElseThrow();
        tenant().hostKubectl()
                .run(SOON, "get", kinds, "-o=name", "--ignore-not-found")
                .lines()
                .filter(line -> !line.startsWith("Warning:"))
                .forEach(left::add);
        assertThat(left).isEqualTo(THE_HOSTS_OWN);
    }

    private static Tenant tenant() {
        return new Tenant(host.orElseThrow(), directory);
    }

    private static void report(String what, Instant start) {
        long millis = Duration.between(start, Instant.now()).toMillis();
        REPORT.add("%s: %.1f s".formatted(what, millis / 1000.0));
    }

    /** The first events of the topic, by a consumer within the host's network. */
    private static String events() throws IOException {
        Path hosts = directory.resolve("hosts");
        Files.writeString(hosts, tenant().clusterIp("broker") + " broker\n");
        Path cli = RealHost.REPOSITORY.resolve("cli/target");
        return RealHost.inside(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + hosts,
                        "-cp",
                        cli.resolve("lib") + "/*:" + cli.resolve("classes"),
                        "io.alcove.cli.Main")
                .run(
                        SOON,
                        "events",
                        "--bootstrap-servers=broker:9092",
                        "--tenant=demo",
                        "--from-beginning",
                        "--limit=" + EVENTS,
                        "--output=json");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RealHostTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
