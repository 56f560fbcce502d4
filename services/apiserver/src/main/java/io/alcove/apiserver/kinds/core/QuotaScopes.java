package io.alcove.apiserver.kinds.core;

import java.util.List;
import java.util.Set;

/** What quotas can be narrowed to. */
final class QuotaScopes {

    static final List<List<String>> OPPOSITES =
            List.of(
                    List.of("BestEffort", "NotBestEffort"),
                    List.of("Terminating", "NotTerminating"));
    static final Set<String> ONLY_EXISTS =
            Set.of(
                    "BestEffort",
                    "NotBestEffort",
                    "Terminating",
                    "NotTerminating",
                    "CrossNamespacePodAffinity");

    private static final Set<String> STANDARD =
            Set.of(
                    "Terminating",
                    "NotTerminating",
                    "BestEffort",
                    "NotBestEffort",
                    "PriorityClass",
                    "VolumeAttributesClass",
                    "CrossNamespacePodAffinity");
    private static final Set<String> OF_PODS =
            Set.of(
                    "pods",
                    "cpu",
                    "memory",
                    "limits.cpu",
                    "limits.memory",
                    "requests.cpu",
                    "requests.memory");
    private static final Set<String> OF_CLAIMS =
            Set.of("persistentvolumeclaims", "requests.storage");

    private QuotaScopes() {}

    static boolean isStandard(String scope) {
        return STANDARD.contains(scope);
    }

    static boolean fits(String scope, String resource) {
        return switch (scope) {
            case "Terminating",
                    "NotTerminating",
                    "NotBestEffort",
                    "PriorityClass",
                    "CrossNamespacePodAffinity" ->
                    OF_PODS.contains(resource);
            case "BestEffort" -> resource.equals("pods");
            case "VolumeAttributesClass" -> OF_CLAIMS.contains(resource);
            default -> true;
        };
    }
}
