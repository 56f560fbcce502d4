package io.alcove.syncer.service;

import io.alcove.syncer.host.HostRequests;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Optional;

/** fabric8's client of the host: configuration, credentials, connections. */
final class HostConnection implements AutoCloseable {

    private final KubernetesClient client;

    private HostConnection(KubernetesClient client) {
        this.client = client;
    }

    /**
     * @param kubeconfig empty for the cluster that this process runs in
     */
    static HostConnection open(Optional<Path> kubeconfig) {
        Config config =
                kubeconfig
                        .map(path -> Config.fromKubeconfig(path.toFile()))
                        .orElseGet(() -> Config.autoConfigure(null));
        // Queues retry with their own backoff, knowing what is still worth it.
        config.setRequestRetryBackoffLimit(0);
        return new HostConnection(new KubernetesClientBuilder().withConfig(config).build());
    }

    HostRequests requests() {
        return new HostRequests(client);
    }

    @Override
    public void close() {
        client.close();
    }
}
