package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.storage.cache.WatchStart;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Starts watches. */
final class Watching {

    /** A watch that names no timeout ends between this and twice of it, as with upstream. */
    private static final Duration MIN_TIMEOUT = Duration.ofMinutes(30);

    private Watching() {}

    static Watch start(Resource resource, Selection selection, ListOptions given) {
        ListOptions options = withDefaults(given);
        ListOptionRules.checkWatch(options);
        Duration timeout = options.timeout().isZero() ? randomTimeout() : options.timeout();
        try {
            return new ResourceWatch(
                    resource,
                    resource.storage()
                            .watch(start(resource, options), selection.namespace(), selection),
                    options.allowWatchBookmarks(),
                    timeout);
        } catch (StatusException e) {
            if (e.is(StatusReason.EXPIRED)) {
                return new FailedWatch(e.status());
            }
            throw e;
        }
    }

    /** A watch from no revision in particular begins with the present objects. */
    private static ListOptions withDefaults(ListOptions options) {
        boolean fromAny =
                options.resourceVersion().isEmpty() || options.resourceVersion().equals("0");
        return options.sendInitialEvents() == null
                        && options.resourceVersionMatch().isEmpty()
                        && fromAny
                ? options.withInitialEvents()
                : options;
    }

    private static WatchStart start(Resource resource, ListOptions options) {
        String version = options.resourceVersion();
        OptionalLong revision =
                version.isEmpty() ? OptionalLong.of(0) : ResourceVersions.parse(version);
        if (revision.isEmpty()) {
            throw ResourceVersions.unreadable(ResourceVersions.malformed(version));
        }
        if (Boolean.TRUE.equals(options.sendInitialEvents())) {
            resource.storage().atLeast(revision.getAsLong());
            return new WatchStart.Present(options.allowWatchBookmarks());
        }
        return new WatchStart.After(
                revision.getAsLong() == 0
                        ? resource.storage().newest().revision()
                        : revision.getAsLong());
    }

    private static Duration randomTimeout() {
        return MIN_TIMEOUT.plusMillis(ThreadLocalRandom.current().nextLong(MIN_TIMEOUT.toMillis()));
    }
}
