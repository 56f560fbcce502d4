package io.alcove.apiserver.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * metav1.DeleteOptions, unchecked; null where a field was not given.
 *
 * @param propagationPolicy "Orphan", "Background" or "Foreground"
 * @param orphanDependents the older form of propagationPolicy
 * @param uid what the object's must be
 * @param resourceVersion what the object's must be
 * @param dryRun empty, or "All"
 */
public record DeleteOptions(
        @Nullable Long gracePeriodSeconds,
        @Nullable String propagationPolicy,
        @Nullable Boolean orphanDependents,
        @Nullable String uid,
        @Nullable String resourceVersion,
        List<String> dryRun) {

    public static final DeleteOptions DEFAULT =
            new DeleteOptions(null, null, null, null, null, List.of());

    public DeleteOptions {
        dryRun = List.copyOf(dryRun);
    }

    public boolean isDryRun() {
        return !dryRun.isEmpty();
    }
}
