package io.alcove.cli.local;

import java.nio.file.Path;
import java.util.List;

/** The flags by which a service finds the gRPC door of an API server and proves who it is. */
record ServiceIdentity(Path pki, String leaf, int grpcPort) {

    List<String> flags() {
        return List.of(
                "--apiserver=127.0.0.1:" + grpcPort,
                "--tls-cert-file=" + pki.resolve(leaf + ".crt"),
                "--tls-private-key-file=" + pki.resolve(leaf + ".key"),
                "--ca-file=" + pki.resolve("ca.crt"));
    }
}
