package io.alcove.cli.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of an API server, the tenant's or the simulated host's.
 *
 * @param bindAddress that it listens on
 * @param address under which it is reached
 */
record ApiServerComponent(
        String name,
        Path data,
        Path pki,
        String bindAddress,
        String address,
        int port,
        int grpcPort,
        String serviceRange) {

    Component with(Readiness readiness, List<String> more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--data-dir=" + data,
                                "--bind-address=" + bindAddress,
                                "--advertise-address=" + address,
                                "--secure-port=" + port,
                                "--tls-cert-file=" + pki.resolve("apiserver.crt"),
                                "--tls-private-key-file=" + pki.resolve("apiserver.key"),
                                "--client-ca-file=" + pki.resolve("ca.crt"),
                                "--grpc-port=" + grpcPort,
                                "--grpc-tls-cert-file=" + pki.resolve("apiserver.crt"),
                                "--grpc-tls-private-key-file=" + pki.resolve("apiserver.key"),
                                "--grpc-client-ca-file=" + pki.resolve("ca.crt"),
                                "--service-cluster-ip-range=" + serviceRange,
                                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                                "--service-account-signing-key-file=" + pki.resolve("sa.key"),
                                "--service-account-key-file=" + pki.resolve("sa.pub"),
                                "--authorization-mode=RBAC"));
        arguments.addAll(more);
        return new Component(name, "apiserver", arguments, List.of(port, grpcPort), readiness);
    }
}
