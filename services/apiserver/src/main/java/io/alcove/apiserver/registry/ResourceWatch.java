package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.WireForm;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.CacheEvent;
import io.alcove.apiserver.storage.cache.CacheWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A watch of a resource in the version of the request. */
final class ResourceWatch implements Watch {

    /** How often a watch that wants bookmarks gets one, as with upstream. */
    private static final Duration BOOKMARK_INTERVAL = Duration.ofMinutes(1);

    /** A watch gets its last bookmark so long before it ends. */
    private static final Duration LAST_BOOKMARK = Duration.ofSeconds(2);

    private static final String INITIAL_EVENTS_END = "k8s.io/initial-events-end";

    private final Resource resource;
    private final CacheWatch watch;
    private final boolean bookmarks;
    private final long endNanos;
    private long bookmarkNanos;

    ResourceWatch(Resource resource, CacheWatch watch, boolean bookmarks, Duration timeout) {
        this.resource = resource;
        this.watch = watch;
        this.bookmarks = bookmarks;
        long now = System.nanoTime();
        this.endNanos = now + timeout.toNanos();
        this.bookmarkNanos = nextBookmark(now);
    }

    @Override
    public Optional<WatchEvent> next() throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            if (now - endNanos >= 0) {
                return Optional.empty();
            }
            long wait = Math.min(endNanos - now, Math.max(0, bookmarkNanos - now));
            switch (watch.next(Duration.ofNanos(wait))) {
                case CacheEvent.Changed(CacheEvent.Type type, StoredObject object) -> {
                    return Optional.of(changed(type, object));
                }
                case CacheEvent.InitialEnd(long revision) -> {
                    return Optional.of(bookmark(revision, true));
                }
                case CacheEvent.Idle(long revision) -> {
                    if (isBookmarkDue()) {
                        return Optional.of(bookmark(revision, false));
                    }
                }
                case CacheEvent.Closed _ -> {
                    return Optional.empty();
                }
            }
        }
    }

    @Override
    public Optional<WatchEvent> poll() throws InterruptedException {
        return switch (watch.next(Duration.ZERO)) {
            case CacheEvent.Changed(CacheEvent.Type type, StoredObject object) ->
                    Optional.of(changed(type, object));
            case CacheEvent.InitialEnd(long revision) -> Optional.of(bookmark(revision, true));
            case CacheEvent.Idle _, CacheEvent.Closed _ -> Optional.empty();
        };
    }

    private boolean isBookmarkDue() {
        long now = System.nanoTime();
        if (now - bookmarkNanos < 0) {
            return false;
        }
        bookmarkNanos = nextBookmark(now);
        return bookmarks;
    }

    private long nextBookmark(long now) {
        long last = endNanos - LAST_BOOKMARK.toNanos();
        long next = now + BOOKMARK_INTERVAL.toNanos();
        return now < last && last < next ? last : next;
    }

    private WatchEvent changed(CacheEvent.Type type, StoredObject object) {
        return new WatchEvent.Changed(
                switch (type) {
                    case ADDED -> WatchEvent.Type.ADDED;
                    case MODIFIED -> WatchEvent.Type.MODIFIED;
                    case DELETED -> WatchEvent.Type.DELETED;
                },
                resource.toServed(object));
    }

    private WatchEvent bookmark(long revision, boolean endsInitialEvents) {
        GroupVersionKind kind = resource.served().kind();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
        ObjectNode metadata =
                object.putObject("metadata").put("resourceVersion", Long.toString(revision));
        if (endsInitialEvents) {
            metadata.putObject("annotations").put(INITIAL_EVENTS_END, "true");
        }
        WireForm.complete(object, resource.served().schema());
        return new WatchEvent.Bookmark(
                object.toString().getBytes(StandardCharsets.UTF_8), revision, endsInitialEvents);
    }

    @Override
    public void close() {
        watch.close();
    }
}
