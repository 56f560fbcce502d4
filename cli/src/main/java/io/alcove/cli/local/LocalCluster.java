package io.alcove.cli.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Which services a local cluster consists of.
 *
 * @param address of this machine, under which the host's pods reach the tenant's API
 * @param hostKubeconfig the host cluster; empty to simulate one
 * @param scheduler whether the tenant has a scheduler of its own
 * @param kubernetesVersion that the tenant gets ("1.36")
 */
public record LocalCluster(
        Layout layout,
        Ports ports,
        String address,
        Optional<Path> hostKubeconfig,
        boolean scheduler,
        String kubernetesVersion) {

    public static final String DEFAULT_VERSION = "1.36";
    public static final String LOOPBACK = "127.0.0.1";

    static final String TENANT = "tenant";
    static final String HOST = "host";
    static final String HOST_NAMESPACE = "alcove-" + TENANT;

    /** Who loses a lease exits, and nobody would start it again here. */
    private static final String ALONE = "--leader-elect=false";

    private static final String TENANT_SERVICES = "10.96.0.0/16";
    private static final String HOST_SERVICES = "10.112.0.0/16";

    /**
     * The components in stages: those of a stage need only the stages before it.
     *
     * @param trust the authorities of both clusters
     */
    public List<List<Component>> stages(SSLContext trust) {
        List<Component> servers = new ArrayList<>();
        List<Component> workers = new ArrayList<>();
        servers.add(broker());
        if (hostKubeconfig.isEmpty()) {
            servers.add(hostApiServer(trust));
            addHostWorkers(workers);
        }
        servers.add(tenantApiServer(trust));
        addTenantWorkers(workers);
        return List.of(servers, workers);
    }

    private Component broker() {
        return new Component(
                "broker",
                "broker",
                List.of("--data-dir=" + layout.data("broker"), "--port=" + ports.kafka()),
                List.of(ports.kafka(), ports.kafka() + 1),
                Readiness.port(ports.kafka()));
    }

    private Component hostApiServer(SSLContext trust) {
        return new ApiServerComponent(
                        "host-apiserver",
                        layout.data("host-apiserver"),
                        layout.pki(HOST),
                        LOOPBACK,
                        LOOPBACK,
                        ports.hostApi(),
                        ports.hostGrpc(),
                        HOST_SERVICES)
                .with(ready(trust, ports.hostApi()), List.of());
    }

    private Component tenantApiServer(SSLContext trust) {
        return new ApiServerComponent(
                        "apiserver",
                        layout.data("apiserver"),
                        layout.pki(TENANT),
                        bindAddress(),
                        address,
                        ports.api(),
                        ports.grpc(),
                        TENANT_SERVICES)
                .with(
                        ready(trust, ports.api()),
                        List.of("--relay-endpoint=127.0.0.1:" + ports.relay(), version()));
    }

    private void addHostWorkers(List<Component> workers) {
        Path pki = layout.pki(HOST);
        String authority = "--root-ca-file=" + pki.resolve("ca.crt");
        add(workers, HOST, "controller-manager", ports.hostGrpc(), List.of(authority, ALONE));
        add(workers, HOST, "scheduler", ports.hostGrpc(), List.of(ALONE));
        add(workers, HOST, "simulated-node", ports.hostGrpc(), List.of());
    }

    private void addTenantWorkers(List<Component> workers) {
        add(
                workers,
                TENANT,
                "syncer",
                ports.grpc(),
                List.of(
                        "--tenant=" + TENANT,
                        "--host-namespace=" + HOST_NAMESPACE,
                        "--create-host-namespace",
                        "--host-kubeconfig=" + hostKubeconfig.orElse(layout.hostKubeconfig()),
                        "--relay-port=" + ports.relay(),
                        "--api-service-host=" + address,
                        "--api-service-port=" + ports.api(),
                        "--dns-service-ip=" + podDns(),
                        "--kafka-bootstrap-servers=127.0.0.1:" + ports.kafka(),
                        "--data-dir=" + layout.data("syncer"),
                        "--virtual-scheduler=" + scheduler));
        String authority = "--root-ca-file=" + layout.pki(TENANT).resolve("ca.crt");
        add(
                workers,
                TENANT,
                "controller-manager",
                ports.grpc(),
                List.of(authority, ALONE, version()));
        if (scheduler) {
            add(workers, TENANT, "scheduler", ports.grpc(), List.of(ALONE));
        }
        add(
                workers,
                TENANT,
                "dns",
                ports.grpc(),
                List.of("--bind-address=" + bindAddress(), "--port=" + ports.dns()));
    }

    private String version() {
        return "--kubernetes-version=" + kubernetesVersion;
    }

    private void add(
            List<Component> workers,
            String cluster,
            String service,
            int grpcPort,
            List<String> more) {
        int healthPort = ports.health(workers.size());
        List<String> arguments =
                new ArrayList<>(
                        new ServiceIdentity(layout.pki(cluster), service, grpcPort).flags());
        arguments.add("--health-port=" + healthPort);
        arguments.addAll(more);
        workers.add(
                new Component(
                        cluster.equals(HOST) ? HOST + "-" + service : service,
                        service,
                        arguments,
                        List.of(healthPort),
                        Readiness.url("http://127.0.0.1:" + healthPort + "/health/ready")));
    }

    /** All of loopback alone, else every address of this machine. */
    private String bindAddress() {
        return address.equals(LOOPBACK) ? LOOPBACK : "0.0.0.0";
    }

    /** A pod's resolver asks port 53 only; simulated pods ask nothing and may be told so anyway. */
    private String podDns() {
        return hostKubeconfig.isEmpty() || ports.dns() == Ports.DNS_STANDARD ? address : "";
    }

    private static Readiness ready(SSLContext trust, int port) {
        return Readiness.url(trust, "https://127.0.0.1:" + port + "/readyz");
    }
}
