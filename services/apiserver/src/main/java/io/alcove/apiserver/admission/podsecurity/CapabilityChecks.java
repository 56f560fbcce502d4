package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Capabilities of containers. */
final class CapabilityChecks {

    private static final Set<String> DEFAULT =
            Set.of(
                    "AUDIT_WRITE",
                    "CHOWN",
                    "DAC_OVERRIDE",
                    "FOWNER",
                    "FSETID",
                    "KILL",
                    "MKNOD",
                    "NET_BIND_SERVICE",
                    "SETFCAP",
                    "SETGID",
                    "SETPCAP",
                    "SETUID",
                    "SYS_CHROOT");

    private CapabilityChecks() {}

    static Optional<Violation> baseline(PodView pod) {
        return added(pod, DEFAULT).map(detail -> new Violation("non-default capabilities", detail));
    }

    static Optional<Violation> restricted(PodView pod) {
        List<String> details = new ArrayList<>();
        List<String> keeping = pod.containersWhose(context -> !dropsAll(context));
        if (!keeping.isEmpty()) {
            details.add(
                    Wording.containers(keeping)
                            + " must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        added(pod, Set.of("NET_BIND_SERVICE")).ifPresent(details::add);
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation("unrestricted capabilities", String.join("; ", details)));
    }

    private static Optional<String> added(PodView pod, Set<String> allowed) {
        NavigableSet<String> forbidden = new TreeSet<>();
        List<String> bad = pod.containersWhose(context -> collect(context, allowed, forbidden));
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s must not include %s in securityContext.capabilities.add"
                                .formatted(Wording.containers(bad), Wording.quoted(forbidden)));
    }

    private static boolean collect(
            JsonNode context, Set<String> allowed, NavigableSet<String> forbidden) {
        List<String> bad =
                context.path("capabilities")
                        .path("add")
                        .valueStream()
                        .map(JsonNode::asText)
                        .filter(capability -> !allowed.contains(capability))
                        .toList();
        forbidden.addAll(bad);
        return !bad.isEmpty();
    }

    private static boolean dropsAll(JsonNode context) {
        return context.path("capabilities")
                .path("drop")
                .valueStream()
                .anyMatch(capability -> capability.asText().equals("ALL"));
    }
}
