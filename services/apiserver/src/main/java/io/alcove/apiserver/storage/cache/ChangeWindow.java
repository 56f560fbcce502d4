package io.alcove.apiserver.storage.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The last changes of a resource. Not safe for threads: its cache's lock guards it. */
final class ChangeWindow {

    static final int MIN_CHANGES = 100;
    static final int MAX_CHANGES = 10_000;
    static final long MAX_BYTES = 32L << 20;
    static final Duration KEPT_FOR = Duration.ofSeconds(75);

    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private ObjectTree start;
    private long startRevision;
    private long bytes;

    /** Holds everything after this revision, at which the objects were these. */
    ChangeWindow(ObjectTree start, long startRevision) {
        this.start = start;
        this.startRevision = startRevision;
    }

    void add(Change change) {
        changes.put(change.revision(), change);
        bytes += change.bytes();
        while (hasTooMuch(change.millis())) {
            forget(changes.firstEntry().getValue());
        }
    }

    private boolean hasTooMuch(long nowMillis) {
        if (changes.size() <= MIN_CHANGES) {
            return false;
        }
        long age = nowMillis - changes.firstEntry().getValue().millis();
        return changes.size() > MAX_CHANGES || bytes > MAX_BYTES || age > KEPT_FOR.toMillis();
    }

    private void forget(Change oldest) {
        changes.remove(oldest.revision());
        bytes -= oldest.bytes();
        start = oldest.tree();
        startRevision = oldest.revision();
    }

    long startRevision() {
        return startRevision;
    }

    Collection<Change> after(long revision) {
        return changes.tailMap(revision, false).values();
    }

    /** The objects as they were at a revision; empty where that is before the window. */
    Optional<ObjectTree> at(long revision) {
        if (revision < startRevision) {
            return Optional.empty();
        }
        var entry = changes.floorEntry(revision);
        return Optional.of(entry == null ? start : entry.getValue().tree());
    }
}
