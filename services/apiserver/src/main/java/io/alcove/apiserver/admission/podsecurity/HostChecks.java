package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What reaches from a pod to its node or through it. */
final class HostChecks {

    private HostChecks() {}

    static Optional<Violation> namespaces(PodView pod) {
        List<String> shared =
                Stream.of("hostNetwork", "hostPID", "hostIPC")
                        .filter(field -> pod.spec().path(field).asBoolean())
                        .map(field -> field + "=true")
                        .toList();
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation("host namespaces", String.join(", ", shared)));
    }

    static Optional<Violation> ports(PodView pod) {
        NavigableSet<String> ports = new TreeSet<>();
        pod.containers().forEach(container -> ports.addAll(hostPorts(container)));
        List<String> bad = pod.containersThat(container -> !hostPorts(container).isEmpty());
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "hostPort",
                                "%s %s %s %s"
                                        .formatted(
                                                Wording.containers(bad),
                                                bad.size() == 1 ? "uses" : "use",
                                                Wording.plural("hostPort", ports.size()),
                                                String.join(", ", ports))));
    }

    private static List<String> hostPorts(JsonNode container) {
        return container
                .path("ports")
                .valueStream()
                .map(port -> port.path("hostPort").asText("0"))
                .filter(port -> !port.equals("0"))
                .toList();
    }

    static Optional<Violation> probes(PodView pod) {
        NavigableSet<String> hosts = new TreeSet<>();
        NavigableSet<String> bad = new TreeSet<>();
        for (JsonNode container : pod.containers()) {
            List<String> own = probedHosts(container);
            if (!own.isEmpty()) {
                hosts.addAll(own);
                bad.add(container.path("name").asText(""));
            }
        }
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "probe or lifecycle host",
                                "%s %s %s %s"
                                        .formatted(
                                                Wording.containers(bad),
                                                bad.size() == 1 ? "uses" : "use",
                                                Wording.plural(
                                                        "probe or lifecycle host", hosts.size()),
                                                Wording.quoted(hosts))));
    }

    private static List<String> probedHosts(JsonNode container) {
        List<String> hosts = new ArrayList<>();
        for (JsonNode handler :
                List.of(
                        container.path("livenessProbe"),
                        container.path("readinessProbe"),
                        container.path("startupProbe"),
                        container.path("lifecycle").path("postStart"),
                        container.path("lifecycle").path("preStop"))) {
            for (String kind : List.of("httpGet", "tcpSocket")) {
                String host = handler.path(kind).path("host").asText("");
                if (!host.isEmpty()) {
                    hosts.add(host);
                }
            }
        }
        return hosts;
    }

    static Optional<Violation> windowsProcess(PodView pod) {
        String setters =
                Wording.setters(
                        isHostProcess(pod.securityContext()),
                        pod.containersWhose(HostChecks::isHostProcess));
        return setters.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "hostProcess",
                                setters
                                        + " must not set securityContext.windowsOptions.hostProcess=true"));
    }

    private static boolean isHostProcess(JsonNode context) {
        return context.path("windowsOptions").path("hostProcess").asBoolean();
    }
}
