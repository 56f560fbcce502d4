package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostRequests;
import io.alcove.syncer.host.HttpHostClient;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** A namespace of its own on a real Kubernetes API server; skips the test where there is none. */
final class RealHost implements AutoCloseable {

    private static final String KUBECONFIG = "ALCOVE_TEST_HOST_KUBECONFIG";

    private final KubernetesClient client;
    private final String namespace = "syncer-" + UUID.randomUUID().toString().substring(0, 8);

    private RealHost(KubernetesClient client) {
        this.client = client;
    }

    static RealHost open() {
        String kubeconfig = System.getenv(KUBECONFIG);
        Assumptions.assumeTrue(
                kubeconfig != null, KUBECONFIG + " names no kubeconfig of a real host");
        RealHost host =
                new RealHost(
                        new KubernetesClientBuilder()
                                .withConfig(Config.fromKubeconfig(new File(kubeconfig)))
                                .build());
        host.client
                .namespaces()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(host.namespace)
                                .endMetadata()
                                .build())
                .create();
        host.allowPods();
        return host;
    }

    String namespace() {
        return namespace;
    }

    HostClient hostClient() {
        return new HttpHostClient(new HostRequests(client));
    }

    /** What a scheduler would do. */
    void bind(ApiObject hostPod, String node) {
        client.raw(
                "/api/v1/namespaces/" + namespace + "/pods/" + hostPod.name() + "/binding",
                "POST",
                """
                {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "%s"},
                 "target": {"apiVersion": "v1", "kind": "Node", "name": "%s"}}
                """
                        .formatted(hostPod.name(), node));
    }

    @Override
    public void close() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    /** Admission refuses pods until the namespace has its default account. */
    private void allowPods() {
        client.raw(
                "/api/v1/namespaces/" + namespace + "/serviceaccounts",
                "POST",
                "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"workload\"}}");
    }
}
