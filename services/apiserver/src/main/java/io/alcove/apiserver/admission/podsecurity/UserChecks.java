package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** As whom containers run. */
final class UserChecks {

    private UserChecks() {}

    static Optional<Violation> nonRoot(PodView pod) {
        JsonNode ofPod = pod.securityContext().path("runAsNonRoot");
        String setters =
                Wording.setters(
                        isFalse(ofPod),
                        pod.containersWhose(context -> isFalse(context.path("runAsNonRoot"))));
        if (!setters.isEmpty()) {
            return nonRoot(setters + " must not set securityContext.runAsNonRoot=false");
        }
        List<String> silent =
                ofPod.asBoolean()
                        ? List.of()
                        : pod.containersWhose(context -> !context.path("runAsNonRoot").isBoolean());
        return silent.isEmpty()
                ? Optional.empty()
                : nonRoot(
                        "pod or "
                                + Wording.containers(silent)
                                + " must set securityContext.runAsNonRoot=true");
    }

    private static Optional<Violation> nonRoot(String detail) {
        return Optional.of(new Violation("runAsNonRoot != true", detail));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    static Optional<Violation> user(PodView pod) {
        String setters =
                Wording.setters(
                        isRoot(pod.securityContext()), pod.containersWhose(UserChecks::isRoot));
        return setters.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation("runAsUser=0", setters + " must not set runAsUser=0"));
    }

    private static boolean isRoot(JsonNode context) {
        JsonNode user = context.path("runAsUser");
        return user.isNumber() && user.asLong() == 0;
    }
}
