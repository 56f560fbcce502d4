package io.alcove.scheduler.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Optional;

/** What a pod may demand that this scheduler cannot give: such a pod waits, and says for what. */
public final class Unsupported {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private Unsupported() {}

    public static Optional<String> demandOf(ApiObject pod) {
        if (!pod.elements("spec", "affinity", "podAffinity", REQUIRED).isEmpty()) {
            return Optional.of("required pod affinity");
        }
        if (!pod.elements("spec", "affinity", "podAntiAffinity", REQUIRED).isEmpty()) {
            return Optional.of("required pod anti-affinity");
        }
        if (pod.elements("spec", "topologySpreadConstraints").stream()
                .anyMatch(Unsupported::isHard)) {
            return Optional.of("topology spread constraints with DoNotSchedule");
        }
        if (!pod.elements("spec", "resourceClaims").isEmpty()) {
            return Optional.of("resource claims");
        }
        boolean hasVolumeClaim =
                pod.elements("spec", "volumes").stream()
                        .anyMatch(v -> v.has("persistentVolumeClaim") || v.has("ephemeral"));
        return hasVolumeClaim ? Optional.of("persistent volume claims") : Optional.empty();
    }

    private static boolean isHard(JsonNode constraint) {
        return constraint.path("whenUnsatisfiable").asText("DoNotSchedule").equals("DoNotSchedule");
    }
}
