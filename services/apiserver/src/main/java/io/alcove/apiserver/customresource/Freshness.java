package io.alcove.apiserver.customresource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * From which revision on objects are stored in the form that a definition asks for now. Older ones
 * may lack its defaults and hold fields that it does not know, and so may those that requests write
 * which began before it changed; after a while there are none of these any more.
 */
final class Freshness {

    /** Longer than any request runs. */
    static final Duration SETTLING = Duration.ofSeconds(90);

    private static final long NONE = Long.MAX_VALUE;

    private final InstantSource clock;
    private final LongSupplier revision;
    private final Instant changed;
    private volatile long since;

    private Freshness(InstantSource clock, LongSupplier revision, long since) {
        this.clock = clock;
        this.revision = revision;
        this.changed = clock.instant();
        this.since = since;
    }

    /** Of a definition that is there for the first time in this process. */
    static Freshness since(long revision) {
        return new Freshness(InstantSource.system(), () -> revision, revision);
    }

    static Freshness changedNow(InstantSource clock, LongSupplier revision) {
        return new Freshness(clock, revision, NONE);
    }

    boolean includes(long objectRevision) {
        long known = since;
        if (known == NONE && clock.instant().isAfter(changed.plus(SETTLING))) {
            known = revision.getAsLong();
            since = known;
        }
        return objectRevision > known;
    }
}
