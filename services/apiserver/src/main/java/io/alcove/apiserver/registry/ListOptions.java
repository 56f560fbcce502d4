package io.alcove.apiserver.registry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * metav1.ListOptions of list, watch and deletecollection, unparsed: empty texts where not given,
 * and limit 0. What is wrong in them is refused by the registry, so that both doors give one error.
 *
 * @param sendInitialEvents null where not given
 * @param timeout zero where not given
 */
public record ListOptions(
        String labelSelector,
        String fieldSelector,
        String resourceVersion,
        String resourceVersionMatch,
        long limit,
        String continueToken,
        boolean allowWatchBookmarks,
        @Nullable Boolean sendInitialEvents,
        Duration timeout) {

    public static final ListOptions DEFAULT =
            new ListOptions("", "", "", "", 0, "", false, null, Duration.ZERO);

    /** Upstream's default for a watch that names no revision. */
    ListOptions withInitialEvents() {
        return new ListOptions(
                labelSelector,
                fieldSelector,
                resourceVersion,
                ListOptionRules.NOT_OLDER_THAN,
                limit,
                continueToken,
                allowWatchBookmarks,
                true,
                timeout);
    }
}
