package io.alcove.cli.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Which services a local cluster consists of, in the order of their start.
 *
 * @param hostKubeconfig the host cluster; empty to simulate one
 * @param scheduler whether the tenant has a scheduler of its own
 */
public record LocalCluster(
        Layout layout, Ports ports, Optional<Path> hostKubeconfig, boolean scheduler) {

    static final String TENANT = "tenant";
    static final String HOST = "host";
    static final String HOST_NAMESPACE = "alcove-" + TENANT;

    private static final String TENANT_SERVICES = "10.96.0.0/16";
    private static final String HOST_SERVICES = "10.112.0.0/16";

    /**
     * @param trust the authorities of both clusters
     */
    public List<Component> components(SSLContext trust) {
        List<Component> components = new ArrayList<>();
        components.add(broker());
        if (hostKubeconfig.isEmpty()) {
            addSimulatedHost(components, trust);
        }
        addTenant(components, trust);
        return components;
    }

    private Component broker() {
        return new Component(
                "broker",
                "broker",
                List.of("--data-dir=" + layout.data("broker"), "--port=" + ports.kafka()),
                Readiness.port(ports.kafka()));
    }

    private void addSimulatedHost(List<Component> components, SSLContext trust) {
        Path pki = layout.pki(HOST);
        components.add(
                new ApiServerComponent(
                                "host-apiserver",
                                layout.data("host-apiserver"),
                                pki,
                                ports.hostApi(),
                                ports.hostGrpc(),
                                HOST_SERVICES)
                        .with(ready(trust, ports.hostApi()), List.of()));
        components.add(
                worker(
                        components,
                        "host-controller-manager",
                        "controller-manager",
                        identity(pki, "controller-manager", ports.hostGrpc()),
                        List.of("--root-ca-file=" + pki.resolve("ca.crt"))));
        components.add(
                worker(
                        components,
                        "host-scheduler",
                        "scheduler",
                        identity(pki, "scheduler", ports.hostGrpc()),
                        List.of()));
        components.add(
                worker(
                        components,
                        "host-simulated-node",
                        "simulated-node",
                        identity(pki, "simulated-node", ports.hostGrpc()),
                        List.of()));
    }

    private void addTenant(List<Component> components, SSLContext trust) {
        Path pki = layout.pki(TENANT);
        components.add(
                worker(
                        components,
                        "syncer",
                        "syncer",
                        identity(pki, "syncer", ports.grpc()),
                        List.of(
                                "--tenant=" + TENANT,
                                "--host-namespace=" + HOST_NAMESPACE,
                                "--host-kubeconfig="
                                        + hostKubeconfig.orElse(layout.hostKubeconfig()),
                                "--relay-port=" + ports.relay(),
                                "--kafka-bootstrap-servers=127.0.0.1:" + ports.kafka(),
                                "--data-dir=" + layout.data("syncer"),
                                "--virtual-scheduler=" + scheduler)));
        components.add(
                new ApiServerComponent(
                                "apiserver",
                                layout.data("apiserver"),
                                pki,
                                ports.api(),
                                ports.grpc(),
                                TENANT_SERVICES)
                        .with(
                                ready(trust, ports.api()),
                                List.of("--relay-endpoint=127.0.0.1:" + ports.relay())));
        components.add(
                worker(
                        components,
                        "controller-manager",
                        "controller-manager",
                        identity(pki, "controller-manager", ports.grpc()),
                        List.of("--root-ca-file=" + pki.resolve("ca.crt"))));
        if (scheduler) {
            components.add(
                    worker(
                            components,
                            "scheduler",
                            "scheduler",
                            identity(pki, "scheduler", ports.grpc()),
                            List.of()));
        }
        components.add(
                worker(
                        components,
                        "dns",
                        "dns",
                        identity(pki, "dns", ports.grpc()),
                        List.of("--bind-address=127.0.0.1", "--port=" + ports.dns())));
    }

    private static ServiceIdentity identity(Path pki, String leaf, int grpcPort) {
        return new ServiceIdentity(pki, leaf, grpcPort);
    }

    private Component worker(
            List<Component> before,
            String name,
            String service,
            ServiceIdentity identity,
            List<String> more) {
        int healthPort = ports.health(before.size());
        List<String> arguments = new ArrayList<>(identity.flags());
        arguments.add("--health-port=" + healthPort);
        arguments.addAll(more);
        return new Component(name, service, arguments, Readiness.port(healthPort));
    }

    private static Readiness ready(SSLContext trust, int port) {
        return Readiness.url(trust, "https://127.0.0.1:" + port + "/readyz");
    }
}
