package io.alcove.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The tenant of k8s/overlays/example on a real host. */
record Tenant(RealHost host, Path directory) {

    static final String NAMESPACE = "demo";
    static final Duration SOON = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** kubectl with the host's administrator, in the tenant's namespace. */
    Command hostKubectl() {
        return host.kubectl().with("--namespace", NAMESPACE);
    }

    /** kubectl as the tenant has it, with the kubeconfig that the deployment left in a Secret. */
    Command kubectl() {
        return host.kubectlInside(directory.resolve("tenant.kubeconfig"))
                .with("--server", "https://" + clusterIp("apiserver"));
    }

    /** What the overlay consists of, one YAML document each, but for its namespace. */
    String manifests() {
        String overlay = RealHost.REPOSITORY.resolve("k8s/overlays/example").toString();
        return Stream.of(host.kubectl().run(SOON, "kustomize", overlay).split("(?m)^---\n", -1))
                .filter(document -> !document.contains("\nkind: Namespace\n"))
                .reduce((before, after) -> before + "---\n" + after)
                .orElseThrow();
    }

    void apply() {
        host.kubectl()
                .run(
                        SOON,
                        "apply",
                        "-k",
                        RealHost.REPOSITORY.resolve("k8s/overlays/example").toString());
    }

    /** Waits for the kubeconfig, and until the API is reached with it. */
    void awaitReady() throws IOException, InterruptedException {
        String patience = "--timeout=" + SOON.toSeconds() + "s";
        hostKubectl().run(SOON, "wait", "--for=create", "secret/vc-demo", patience);
        hostKubectl().run(SOON, "rollout", "status", "statefulset/apiserver", patience);
        String config =
                hostKubectl().run(SOON, "get", "secret", "vc-demo", "-o=jsonpath={.data.config}");
        Files.write(
                directory.resolve("tenant.kubeconfig"),
                Base64.getDecoder().decode(config.getBytes(StandardCharsets.US_ASCII)));
        // the node's proxy follows the pod's readiness a moment later
        Instant deadline = Instant.now().plus(SOON);
        while (kubectl().result(SOON, "", "get", "--raw=/readyz").code() != 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the tenant's API is not reached");
            }
            Thread.sleep(POLL);
        }
    }

    void awaitEveryPart() {
        for (String part :
                List.of(
                        "deployment/controller-manager",
                        "deployment/dns",
                        "statefulset/apiserver",
                        "statefulset/broker",
                        "statefulset/syncer")) {
            hostKubectl()
                    .run(SOON, "rollout", "status", part, "--timeout=" + SOON.toSeconds() + "s");
        }
    }

    String clusterIp(String service) {
        return hostKubectl().run(SOON, "get", "service", service, "-o=jsonpath={.spec.clusterIP}");
    }

    static JsonNode json(Command kubectl, String... arguments) {
        String text = kubectl.with(arguments).run(SOON, "-o=json");
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
