package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import java.time.Instant;
import java.util.OptionalLong;

/** How much time an object has between its deletion and its removal, as upstream's BeforeDelete. */
record GracePeriod(Kind kind, long seconds) {

    private enum Kind {
        /** The kind knows none. */
        NONE,
        /** The object was marked, and stays for so long. */
        GRACEFUL,
        /** A grace period runs already that the request does not shorten. */
        PENDING
    }

    private static final GracePeriod NONE = new GracePeriod(Kind.NONE, 0);
    private static final GracePeriod PENDING = new GracePeriod(Kind.PENDING, 0);

    boolean isGraceful() {
        return kind == Kind.GRACEFUL;
    }

    boolean isPending() {
        return kind == Kind.PENDING;
    }

    /** Marks the object where its kind is deleted gracefully. */
    static GracePeriod begin(
            KindStrategy strategy, ApiObject object, DeleteOptions options, Instant now) {
        OptionalLong requested = requested(options);
        OptionalLong seconds = strategy.gracePeriodSeconds(object, requested);
        if (object.isBeingDeleted()) {
            return seconds.isEmpty() ? NONE : shorten(object, requested, now);
        }
        if (seconds.isEmpty()) {
            return NONE;
        }
        mark(object, now.plusSeconds(seconds.getAsLong()), seconds.getAsLong());
        bumpGeneration(object);
        return new GracePeriod(Kind.GRACEFUL, seconds.getAsLong());
    }

    /** Marks an object that waits for finalizers only. */
    static void expire(ApiObject object, Instant now) {
        if (!object.isBeingDeleted()) {
            bumpGeneration(object);
        }
        if (!object.isBeingDeleted() || Instant.parse(object.deletionTimestamp()).isAfter(now)) {
            mark(object, now, 0);
        } else {
            object.with("metadata").put("deletionGracePeriodSeconds", 0);
        }
    }

    /** Marks an object that is held, which has no grace period at all. */
    static void markNow(ApiObject object, Instant now) {
        object.with("metadata").put("deletionTimestamp", SystemMetadata.timestamp(now));
    }

    private static GracePeriod shorten(ApiObject object, OptionalLong requested, Instant now) {
        long running = object.at("metadata", "deletionGracePeriodSeconds").asLong();
        if (running == 0) {
            return NONE;
        }
        if (requested.isEmpty() || requested.getAsLong() >= running) {
            return PENDING;
        }
        long seconds = requested.getAsLong();
        Instant end = Instant.parse(object.deletionTimestamp()).minusSeconds(running - seconds);
        if (end.isBefore(now)) {
            end = now;
            seconds = Math.min(seconds, 1);
        }
        mark(object, end, seconds);
        return new GracePeriod(Kind.GRACEFUL, seconds);
    }

    /** Negative values count as one second. */
    private static OptionalLong requested(DeleteOptions options) {
        Long seconds = options.gracePeriodSeconds();
        return seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds < 0 ? 1 : seconds);
    }

    private static void mark(ApiObject object, Instant end, long seconds) {
        ObjectNode metadata = object.with("metadata");
        metadata.put("deletionTimestamp", SystemMetadata.timestamp(end));
        metadata.put("deletionGracePeriodSeconds", seconds);
    }

    private static void bumpGeneration(ApiObject object) {
        if (object.generation() > 0) {
            object.with("metadata").put("generation", object.generation() + 1);
        }
    }
}
