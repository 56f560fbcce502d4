package io.alcove.apiserver.registry;

import java.time.Duration;

/**
 * metav1.ListOptions of list, watch and deletecollection, unparsed: empty texts where not given,
 * and limit 0. What is wrong in them is refused by the registry, so that both doors give one error.
 */
public record ListOptions(
        String labelSelector,
        String fieldSelector,
        String resourceVersion,
        String resourceVersionMatch,
        long limit,
        String continueToken,
        boolean allowWatchBookmarks,
        boolean sendInitialEvents,
        Duration timeout) {}
