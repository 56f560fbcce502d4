package io.alcove.client.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a storm of events small as client-go does: repeats become a count, more than ten similar
 * ones within ten minutes become one, and an object that goes on is heard once in five minutes.
 */
final class Correlator {

    private static final int MAX_SIMILAR = 10;
    private static final Duration SIMILAR_WITHIN = Duration.ofMinutes(10);
    private static final double BURST = 25;
    private static final double SECONDS_PER_TOKEN = 300;
    private static final int REMEMBERED = 4096;

    private final Map<String, Similar> similar = new Remembered<>();
    private final Map<String, Bucket> buckets = new Remembered<>();
    private final Map<String, Written> written = new Remembered<>();

    /** The event that stands for an occurrence in the API. */
    static final class Written {
        private String name = "";
        private int count;
        private final Instant first;

        Written(Instant first) {
            this.first = first;
        }

        String name() {
            return name;
        }

        int count() {
            return count;
        }

        Instant first() {
            return first;
        }

        void stored(String storedName) {
            name = storedName;
        }

        void forgotten() {
            name = "";
        }
    }

    /** An occurrence as it is to be written. */
    record Correlated(Occurrence occurrence, Written event) {}

    /** Empty where the object has had its share. */
    Optional<Correlated> correlate(Occurrence occurrence) {
        if (!buckets.computeIfAbsent(occurrence.objectKey(), _ -> new Bucket(occurrence.time()))
                .take(occurrence.time())) {
            return Optional.empty();
        }
        boolean combine =
                similar.computeIfAbsent(
                                occurrence.similarKey(), _ -> new Similar(occurrence.time()))
                        .isMany(occurrence);
        Occurrence said = combine ? occurrence.combined() : occurrence;
        String key = combine ? occurrence.similarKey() : occurrence.sameKey();
        Written event = written.computeIfAbsent(key, _ -> new Written(said.time()));
        event.count++;
        return Optional.of(new Correlated(said, event));
    }

    private static final class Similar {
        private final Set<String> messages = new HashSet<>();
        private Instant last;

        Similar(Instant first) {
            last = first;
        }

        boolean isMany(Occurrence occurrence) {
            if (last.plus(SIMILAR_WITHIN).isBefore(occurrence.time())) {
                messages.clear();
            }
            last = occurrence.time();
            if (messages.size() < MAX_SIMILAR) {
                messages.add(occurrence.message());
            }
            return messages.size() >= MAX_SIMILAR;
        }
    }

    private static final class Bucket {
        private double tokens = BURST;
        private Instant last;

        Bucket(Instant now) {
            last = now;
        }

        boolean take(Instant now) {
            double seconds = Duration.between(last, now).toMillis() / 1000.0;
            tokens = Math.min(BURST, tokens + seconds / SECONDS_PER_TOKEN);
            last = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private static final class Remembered<V> extends LinkedHashMap<String, V> {

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
