package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.limits.PodResources;
import java.util.List;
import java.util.Set;

/** Which scopes of quotas a pod is in. */
final class PodScopes {

    private PodScopes() {}

    static boolean matches(QuotaScope scope, ApiObject pod) {
        return switch (scope.name()) {
            case "Terminating" -> isTerminating(pod);
            case "NotTerminating" -> !isTerminating(pod);
            case "BestEffort" -> PodResources.isBestEffort(pod);
            case "NotBestEffort" -> !PodResources.isBestEffort(pod);
            case "PriorityClass" -> scope.selects(priorityClass(pod));
            case "CrossNamespacePodAffinity" -> looksIntoOtherNamespaces(pod);
            default -> false;
        };
    }

    /** A pod that ends by itself. */
    static boolean isTerminating(ApiObject pod) {
        return pod.at("spec", "activeDeadlineSeconds").asLong(-1) >= 0;
    }

    private static Set<String> priorityClass(ApiObject pod) {
        String name = pod.text("spec", "priorityClassName");
        return name.isEmpty() ? Set.of() : Set.of(name);
    }

    private static boolean looksIntoOtherNamespaces(ApiObject pod) {
        for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
            JsonNode node = pod.at("spec", "affinity", affinity);
            for (JsonNode term : node.path("requiredDuringSchedulingIgnoredDuringExecution")) {
                if (namesNamespaces(term)) {
                    return true;
                }
            }
            for (JsonNode term : node.path("preferredDuringSchedulingIgnoredDuringExecution")) {
                if (namesNamespaces(term.path("podAffinityTerm"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesNamespaces(JsonNode term) {
        return !term.path("namespaces").isEmpty() || term.path("namespaceSelector").isObject();
    }
}
