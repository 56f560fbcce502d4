package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Of ports of a pod that may be taken for each other. */
final class PortWarnings {

    private PortWarnings() {}

    static void check(Inspection spec, Consumer<String> texts) {
        Map<String, List<Inspection>> known = new HashMap<>();
        ContainerWarnings.visit(
                spec, container -> container.field("ports").each(p -> port(p, known, texts)));
        Map<String, String> names = new HashMap<>();
        ContainerWarnings.visit(
                spec, container -> container.field("ports").each(p -> name(p, names, texts)));
    }

    private static void port(
            Inspection port, Map<String, List<Inspection>> known, Consumer<String> texts) {
        String hostIp = port.field("hostIP").text();
        if (!hostIp.isEmpty() && port.field("hostPort").number() == 0) {
            texts.accept(
                    "%s: hostIP set without hostPort: {Name:%s HostPort:0 ContainerPort:%d Protocol:%s HostIP:%s}"
                            .formatted(
                                    port.path(),
                                    port.field("name").text(),
                                    port.field("containerPort").number(),
                                    port.field("protocol").text(),
                                    hostIp));
        }
        String key = port.field("containerPort").number() + "/" + port.field("protocol").text();
        List<Inspection> others = known.computeIfAbsent(key, _ -> new ArrayList<>());
        for (Inspection other : others) {
            String clash = clash(port, other);
            if (!clash.isEmpty()) {
                texts.accept(
                        "%s: %s port definition with %s"
                                .formatted(port.path(), clash, other.path()));
            }
        }
        others.add(port);
    }

    private static String clash(Inspection port, Inspection other) {
        String ip = port.field("hostIP").text();
        String otherIp = other.field("hostIP").text();
        long hostPort = port.field("hostPort").number();
        long otherPort = other.field("hostPort").number();
        if (ip.equals(otherIp) && hostPort == otherPort) {
            return "duplicate";
        }
        if (hostPort == 0 || otherPort == 0) {
            return "overlapping";
        }
        return hostPort == otherPort && ip.isEmpty() != otherIp.isEmpty()
                ? "dangerously ambiguous"
                : "";
    }

    private static void name(Inspection port, Map<String, String> names, Consumer<String> texts) {
        String name = port.field("name").text();
        String other = name.isEmpty() ? null : names.putIfAbsent(name, port.path());
        if (other != null) {
            texts.accept(
                    "%s: duplicate port name \"%s\" with %s, services and probes that select ports by name will use %s"
                            .formatted(port.path(), name, other, other));
        }
    }
}
