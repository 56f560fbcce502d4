package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One revision of one resource, with what it was before, and all objects as they are after it. */
final class Change {

    private final long revision;
    private final @Nullable StoredObject before;
    private final @Nullable StoredObject now;
    private final ObjectTree tree;
    private final long millis;
    private volatile @Nullable StoredObject gone;

    /**
     * @param before absent for an object that was created
     * @param now absent for an object that was deleted
     */
    Change(
            long revision,
            @Nullable StoredObject before,
            @Nullable StoredObject now,
            ObjectTree tree,
            long millis) {
        this.revision = revision;
        this.before = before;
        this.now = now;
        this.tree = tree;
        this.millis = millis;
    }

    long revision() {
        return revision;
    }

    ObjectTree tree() {
        return tree;
    }

    long millis() {
        return millis;
    }

    int bytes() {
        return before == null ? 0 : before.json().length;
    }

    /** What a watcher that sees only some objects is told; empty where it sees nothing happen. */
    Optional<CacheEvent> seenBy(Predicate<StoredObject> sees) {
        boolean saw = before != null && sees.test(before);
        if (now != null && sees.test(now)) {
            CacheEvent.Type type = saw ? CacheEvent.Type.MODIFIED : CacheEvent.Type.ADDED;
            return Optional.of(new CacheEvent.Changed(type, now));
        }
        return before != null && saw
                ? Optional.of(new CacheEvent.Changed(CacheEvent.Type.DELETED, gone(before)))
                : Optional.empty();
    }

    private StoredObject gone(StoredObject last) {
        StoredObject known = gone;
        if (known == null) {
            known = ResourceVersionBytes.at(last, revision);
            gone = known;
        }
        return known;
    }
}
