package io.alcove.cli.local;

import java.nio.file.Path;

/**
 * Where a local cluster keeps things: all of it under one folder.
 *
 * @param repository whose services are run
 * @param root by default .alcove of the repository, which git ignores
 */
public record Layout(Path repository, Path root) {

    public Path kubeconfig() {
        return root().resolve("kubeconfig");
    }

    public Path hostKubeconfig() {
        return root().resolve("host.kubeconfig");
    }

    Path pki(String cluster) {
        return root().resolve("pki").resolve(cluster);
    }

    Path data(String component) {
        return root().resolve("data").resolve(component);
    }

    Path log(String component) {
        return root().resolve("logs").resolve(component + ".log");
    }

    public Path processes() {
        return root().resolve("run");
    }

    /** The service as Quarkus packs it. */
    Path application(String service) {
        return repository.resolve("services").resolve(service).resolve("target/quarkus-app");
    }
}
