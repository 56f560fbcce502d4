package io.alcove.cel;

import io.alcove.cel.library.StandardLibrary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The environments of Kubernetes' versions: the libraries that expressions of a version may use.
 */
public final class KubernetesEnvironments {

    private static final Map<String, CelEnvironment> KEPT = new ConcurrentHashMap<>();

    private KubernetesEnvironments() {}

    /**
     * For expressions in new objects of a Kubernetes version such as "1.36": what its predecessor
     * knows as well, so that objects survive a rollback.
     */
    public static CelEnvironment forNew(String version) {
        return KEPT.computeIfAbsent(
                version, _ -> CelEnvironment.of(List.of(StandardLibrary.library())));
    }

    /** For expressions that are stored: all that any version knows. */
    public static CelEnvironment forStored() {
        return forNew("");
    }
}
