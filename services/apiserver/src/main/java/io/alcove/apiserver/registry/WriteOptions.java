package io.alcove.apiserver.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * metav1.CreateOptions, UpdateOptions and PatchOptions, unchecked: what is wrong in them is refused
 * by the registry, so that both doors give one error.
 *
 * @param fieldManager empty for the default, made from the user agent
 * @param fieldValidation "", "Strict", "Warn" or "Ignore"
 * @param dryRun empty, or "All"
 * @param force only for apply: takes over fields that others own; null where not given
 */
public record WriteOptions(
        String fieldManager, String fieldValidation, List<String> dryRun, @Nullable Boolean force) {

    public static final WriteOptions DEFAULT = new WriteOptions("", "", List.of(), null);

    public WriteOptions {
        dryRun = List.copyOf(dryRun);
    }

    public boolean isDryRun() {
        return !dryRun.isEmpty();
    }

    public boolean isForced() {
        return force != null && force;
    }
}
