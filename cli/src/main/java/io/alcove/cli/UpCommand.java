package io.alcove.cli;

import io.alcove.cli.local.Layout;
import io.alcove.cli.local.LocalCluster;
import io.alcove.cli.local.Ports;
import io.alcove.cli.local.Starter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description =
                "Start a virtual cluster on this machine; again, after a stop, with its data.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--host-kubeconfig",
            paramLabel = "F",
            description = "The host cluster. Without it a host is simulated.")
    private Optional<Path> hostKubeconfig = Optional.empty();

    @Option(
            names = "--port",
            description =
                    "Port of the API; the services take the next fifty. Default: ${DEFAULT-VALUE}",
            defaultValue = "" + Ports.DEFAULT_BASE)
    private int port;

    @Option(names = "--scheduler", description = "Let the tenant's own scheduler place its pods.")
    private boolean scheduler;

    @Option(
            names = "--kubernetes-version",
            paramLabel = "V",
            description =
                    "What the tenant gets: 1.34, 1.35, 1.36 or 1.37. Default: ${DEFAULT-VALUE}",
            defaultValue = LocalCluster.DEFAULT_VERSION)
    private String kubernetesVersion = LocalCluster.DEFAULT_VERSION;

    @Option(
            names = "--directory",
            paramLabel = "D",
            description = "Where its data, logs and keys are. Default: .alcove of the repository")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "A",
            description =
                    "Address of this machine, as pods of the host reach it. Default:"
                            + " ${DEFAULT-VALUE}",
            defaultValue = LocalCluster.LOOPBACK)
    private String address = LocalCluster.LOOPBACK;

    @Option(
            names = "--dns-port",
            paramLabel = "P",
            description =
                    "Port of the tenant's DNS; pods of a real host ask 53 only. Default: --port +"
                            + " 5")
    private Optional<Integer> dnsPort = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Repository.layout(directory);
        Instant start = Instant.now();
        out.println("Starting the virtual cluster");
        LocalCluster cluster =
                new LocalCluster(
                        layout,
                        new Ports(port, dnsPort.orElse(port + Ports.DNS)),
                        address,
                        hostKubeconfig.map(Path::toAbsolutePath),
                        scheduler,
                        kubernetesVersion);
        new Starter(cluster, out).start();
        out.printf(
                "Ready after %.1f s. Try:%n%n",
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
        out.println("  export KUBECONFIG=" + layout.kubeconfig());
        out.println("  kubectl create deployment web --image=nginx --replicas=3");
        out.println("  kubectl rollout status deployment web");
        out.println("  ./alcove events" + broker());
        out.flush();
        return 0;
    }

    /** Where events are to be read, where that is not where {@code alcove events} looks. */
    private String broker() {
        return port == Ports.DEFAULT_BASE
                ? ""
                : " --bootstrap-servers=127.0.0.1:" + new Ports(port, 0).kafka();
    }
}
