package io.alcove.client.controller;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a controller has done and not yet seen come back by its watch. Until it has, its cache is
 * behind its own writes, and acting again would do things twice. Given up after five minutes.
 *
 * @param <K> whom the writes were for
 */
public final class Expectations<K> {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Map<K, Expected> expected = new HashMap<>();
    private final Clock clock;

    public Expectations(Clock clock) {
        this.clock = clock;
    }

    public synchronized void expectCreations(K key, int count) {
        Expected expectation = forKey(key);
        expectation.creations += count;
    }

    /**
     * @param uids of what is about to be deleted
     */
    public synchronized void expectDeletions(K key, Collection<String> uids) {
        forKey(key).deletions.addAll(uids);
    }

    public synchronized void creationObserved(K key) {
        Expected expectation = expected.get(key);
        if (expectation != null && expectation.creations > 0) {
            expectation.creations--;
        }
    }

    /** Counts once, whether the deletion is seen as a mark, as the end, or as both. */
    public synchronized void deletionObserved(K key, String uid) {
        Expected expectation = expected.get(key);
        if (expectation != null) {
            expectation.deletions.remove(uid);
        }
    }

    public synchronized boolean satisfied(K key) {
        Expected expectation = expected.get(key);
        return expectation == null
                || (expectation.creations == 0 && expectation.deletions.isEmpty())
                || expectation.since.plus(TIMEOUT).isBefore(clock.instant());
    }

    public synchronized void forget(K key) {
        expected.remove(key);
    }

    private Expected forKey(K key) {
        if (satisfied(key)) {
            expected.put(key, new Expected(clock.instant()));
        }
        return expected.computeIfAbsent(key, _ -> new Expected(clock.instant()));
    }

    private static final class Expected {
        private final Set<String> deletions = new HashSet<>();
        private final Instant since;
        private int creations;

        Expected(Instant since) {
            this.since = since;
        }
    }
}
