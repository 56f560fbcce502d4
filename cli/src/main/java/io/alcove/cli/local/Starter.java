package io.alcove.cli.local;

import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Kubeconfig;
import io.alcove.pki.LeafRequest;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiDirectory;
import io.alcove.pki.PrivateFile;
import io.alcove.pki.TenantPki;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Brings a local cluster up: what already runs stays, what does not is started, and all is ready at
 * the end.
 */
public final class Starter {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<String> HOSTS =
            List.of(
                    "localhost",
                    LocalCluster.LOOPBACK,
                    "kubernetes",
                    "kubernetes.default",
                    "kubernetes.default.svc",
                    "kubernetes.default.svc.cluster.local",
                    "10.96.0.1");

    /** It plays every node of the simulated host. */
    private static final LeafRequest SIMULATED_NODE =
            LeafRequest.of("system:alcove-simulated-node").inGroup("system:masters");

    private final LocalCluster cluster;
    private final Layout layout;
    private final ProcessTable processes;
    private final PrintWriter out;

    public Starter(LocalCluster cluster, PrintWriter out) {
        this.cluster = cluster;
        this.layout = cluster.layout();
        this.processes = new ProcessTable(layout.processes());
        this.out = out;
    }

    public void start() throws IOException, InterruptedException {
        List<String> authorities = new ArrayList<>();
        List<String> hosts = new ArrayList<>(HOSTS);
        if (!hosts.contains(cluster.address())) {
            hosts.add(cluster.address());
        }
        TenantPki pki = TenantPki.of(hosts, hosts, Clock.systemUTC());
        authorities.add(completePki(LocalCluster.TENANT, pki));
        writeKubeconfig(LocalCluster.TENANT, cluster.ports().api(), layout.kubeconfig());
        if (cluster.hostKubeconfig().isEmpty()) {
            authorities.add(
                    completePki(LocalCluster.HOST, pki.with("simulated-node", SIMULATED_NODE)));
            writeKubeconfig(LocalCluster.HOST, cluster.ports().hostApi(), layout.hostKubeconfig());
        }
        Launcher launcher = new Launcher(layout);
        Instant deadline = Instant.now().plus(READY_WITHIN);
        for (List<Component> stage : cluster.stages(trust(authorities))) {
            startStage(launcher, stage, deadline);
        }
    }

    private void startStage(Launcher launcher, List<Component> stage, Instant deadline)
            throws IOException, InterruptedException {
        Map<Component, ProcessHandle> started = new LinkedHashMap<>();
        for (Component component : stage) {
            started.put(component, ensureRunning(launcher, component));
        }
        for (Map.Entry<Component, ProcessHandle> entry : started.entrySet()) {
            awaitReady(entry.getKey(), entry.getValue(), deadline);
        }
    }

    private ProcessHandle ensureRunning(Launcher launcher, Component component) throws IOException {
        var running = processes.running(component.name());
        if (running.isPresent()) {
            return running.get();
        }
        requireFree(component);
        ProcessHandle process = launcher.start(component);
        processes.add(component.name(), process);
        return process;
    }

    private static void requireFree(Component component) throws IOException {
        for (int port : component.ports()) {
            try (ServerSocket socket = new ServerSocket()) {
                // as the services do: a port whose last connections linger is free
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (BindException e) {
                throw new IOException(
                        "port "
                                + port
                                + ", which "
                                + component.name()
                                + " needs, is taken; choose others with --port",
                        e);
            }
        }
    }

    private void awaitReady(Component component, ProcessHandle process, Instant deadline)
            throws IOException, InterruptedException {
        while (!component.readiness().isReady()) {
            if (!process.isAlive()) {
                throw new IOException(
                        component.name() + " ended at start; see " + layout.log(component.name()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        component.name() + " is not ready; see " + layout.log(component.name()));
            }
            Thread.sleep(POLL);
        }
        out.println("  " + component.name() + " ready");
        out.flush();
    }

    private String completePki(String name, TenantPki pki) throws IOException {
        PkiDirectory directory = new PkiDirectory(layout.pki(name));
        directory.complete(pki);
        return Files.readString(directory.file(TenantPki.CA_CERTIFICATE));
    }

    private void writeKubeconfig(String cluster, int port, Path file) throws IOException {
        Path pki = layout.pki(cluster);
        String yaml =
                new Kubeconfig(
                                "alcove-" + cluster,
                                "https://127.0.0.1:" + port,
                                Files.readString(pki.resolve(TenantPki.CA_CERTIFICATE)),
                                Credential.parse(
                                        Files.readString(pki.resolve(TenantPki.ADMIN + ".crt")),
                                        Files.readString(pki.resolve(TenantPki.ADMIN + ".key"))))
                        .toYaml();
        PrivateFile.write(file, yaml);
    }

    private static SSLContext trust(List<String> authorityPems) {
        return ClientTls.trusting(
                authorityPems.stream().flatMap(pem -> Pem.certificates(pem).stream()).toList());
    }
}
