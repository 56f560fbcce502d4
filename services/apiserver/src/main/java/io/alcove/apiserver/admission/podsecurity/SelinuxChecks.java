package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** SELinux labels of pods and containers. */
final class SelinuxChecks {

    private static final Set<String> TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t");
    private static final Set<String> TYPES_SINCE_31 =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

    private SelinuxChecks() {}

    static Optional<Violation> before31(PodView pod) {
        return check(pod, TYPES);
    }

    static Optional<Violation> since31(PodView pod) {
        return check(pod, TYPES_SINCE_31);
    }

    private static Optional<Violation> check(PodView pod, Set<String> allowed) {
        String setters =
                Wording.setters(
                        isForbidden(pod.securityContext(), allowed),
                        pod.containersWhose(context -> isForbidden(context, allowed)));
        return setters.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "seLinuxOptions",
                                "%s set forbidden securityContext.seLinuxOptions: %s"
                                        .formatted(setters, forbidden(pod, allowed))));
    }

    private static boolean isForbidden(JsonNode context, Set<String> allowed) {
        return !allowed.contains(option(context, "type"))
                || !option(context, "user").isEmpty()
                || !option(context, "role").isEmpty();
    }

    private static String forbidden(PodView pod, Set<String> allowed) {
        List<JsonNode> contexts = new ArrayList<>();
        contexts.add(pod.securityContext());
        pod.containers().forEach(container -> contexts.add(container.path("securityContext")));
        NavigableSet<String> types = new TreeSet<>();
        contexts.forEach(context -> types.add(option(context, "type")));
        types.removeAll(allowed);
        List<String> parts = new ArrayList<>();
        if (!types.isEmpty()) {
            parts.add(Wording.plural("type", types.size()) + " " + Wording.quoted(types));
        }
        for (String field : List.of("user", "role")) {
            if (contexts.stream().anyMatch(context -> !option(context, field).isEmpty())) {
                parts.add(field + " may not be set");
            }
        }
        return String.join("; ", parts);
    }

    private static String option(JsonNode context, String field) {
        return context.path("seLinuxOptions").path(field).asText("");
    }
}
