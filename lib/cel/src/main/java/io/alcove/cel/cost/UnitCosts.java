package io.alcove.cel.cost;

import java.util.Set;

/**
 * Kubernetes' functions whose calls cost 1, estimated as counted. Source: k8s.io/apiserver
 * pkg/cel/library.
 */
public final class UnitCosts {

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "serviceAccount",
                    "path",
                    "group",
                    "resource",
                    "subresource",
                    "namespace",
                    "name",
                    "allowed",
                    "reason",
                    "error",
                    "errored",
                    "masked",
                    "prefixLength",
                    "family",
                    "isUnspecified",
                    "isLoopback",
                    "isLinkLocalMulticast",
                    "isLinkLocalUnicast",
                    "isGlobalUnicast",
                    "format.named",
                    "sign",
                    "asInteger",
                    "isInteger",
                    "asApproximateFloat",
                    "isGreaterThan",
                    "isLessThan",
                    "compareTo",
                    "add",
                    "sub",
                    "major",
                    "minor",
                    "patch",
                    "getScheme",
                    "getHostname",
                    "getHost",
                    "getPort",
                    "getEscapedPath",
                    "getQuery");

    private UnitCosts() {}

    public static boolean has(String function) {
        return FUNCTIONS.contains(function);
    }
}
