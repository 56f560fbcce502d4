package io.alcove.cli.local;

import java.util.List;

/**
 * A service with the arguments that it has in a local cluster.
 *
 * @param name unique here ("host-apiserver"); names its log, data and process
 * @param service the module under services/
 * @param ports of this machine that it listens on
 * @param readiness what tells that it is ready
 */
public record Component(
        String name,
        String service,
        List<String> arguments,
        List<Integer> ports,
        Readiness readiness) {

    public Component {
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
    }
}
