package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.Names;
import java.util.List;

/** Ports, by number or by name. */
public final class PortRules {

    public static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private PortRules() {}

    public static void numberOrName(Inspection port) {
        if (port.node().isTextual()) {
            port.checked(Names::portName);
        } else {
            port.port();
        }
    }

    public static void protocol(Inspection protocol) {
        protocol.requiredOneOf(PROTOCOLS);
    }
}
