package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Privileges of containers. */
final class PrivilegeChecks {

    private PrivilegeChecks() {}

    static Optional<Violation> privileged(PodView pod) {
        List<String> bad = pod.containersWhose(context -> context.path("privileged").asBoolean());
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "privileged",
                                Wording.containers(bad)
                                        + " must not set securityContext.privileged=true"));
    }

    static Optional<Violation> escalation(PodView pod) {
        List<String> bad =
                pod.containersWhose(
                        context -> context.path("allowPrivilegeEscalation").asBoolean(true));
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "allowPrivilegeEscalation != false",
                                Wording.containers(bad)
                                        + " must set securityContext.allowPrivilegeEscalation=false"));
    }

    static Optional<Violation> procMount(PodView pod) {
        Set<String> types = new TreeSet<>();
        List<String> bad = pod.containersWhose(context -> isUnmasked(context, types));
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "procMount",
                                Wording.containers(bad)
                                        + " must not set securityContext.procMount to "
                                        + Wording.quoted(types)));
    }

    private static boolean isUnmasked(JsonNode context, Set<String> types) {
        String type = context.path("procMount").asText("Default");
        if (type.equals("Default")) {
            return false;
        }
        types.add(type);
        return true;
    }
}
