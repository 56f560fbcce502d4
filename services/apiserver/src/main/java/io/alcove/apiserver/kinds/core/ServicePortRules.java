package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PortRules;
import java.util.HashSet;
import java.util.Set;

/** spec.ports of a Service. */
final class ServicePortRules {

    private ServicePortRules() {}

    static void check(Inspection ports) {
        Set<String> names = new HashSet<>();
        ports.each(port -> port(port, ports.size() > 1, names));
    }

    private static void port(Inspection port, boolean needsName, Set<String> names) {
        Inspection name = port.field("name");
        if (name.isGiven()) {
            name.checked(Names::dns1123Label);
            if (!names.add(name.text())) {
                name.duplicate();
            }
        } else if (needsName) {
            name.missing();
        }
        port.field("port").port();
        PortRules.protocol(port.field("protocol"));
        PortRules.numberOrName(port.field("targetPort"));
        if (port.field("appProtocol").isPresent()) {
            port.field("appProtocol").checked(LabelNames::key);
        }
    }

    /** No two ports are the same, on the cluster's addresses or on nodes. */
    static void unique(Inspection spec) {
        Inspection ports = spec.field("ports");
        if (spec.field("type").is("ClusterIP")) {
            ports.each(
                    port -> {
                        if (port.field("nodePort").number() != 0) {
                            port.field("nodePort")
                                    .forbidden("may not be used when `type` is 'ClusterIP'");
                        }
                    });
        }
        Set<String> nodePorts = new HashSet<>();
        ports.each(
                port -> {
                    Inspection number = port.field("nodePort");
                    if (number.number() != 0 && !nodePorts.add(protocol(port) + number.number())) {
                        number.duplicate();
                    }
                });
        Set<String> seen = new HashSet<>();
        ports.each(
                port -> {
                    if (!seen.add(protocol(port) + port.field("port").number())) {
                        port.duplicate(shown(port));
                    }
                });
    }

    private static String protocol(Inspection port) {
        return port.field("protocol").text() + "/";
    }

    private static JsonNode shown(Inspection port) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.set("protocol", port.field("protocol").node());
        key.set("port", port.field("port").node());
        return port.structs().of("core.ServicePort", key);
    }
}
