package io.alcove.apiserver.admission.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One limit of the configuration, with a bucket for each key that came lately. */
final class EventLimit {

    private static final int DEFAULT_CACHE_SIZE = 4096;

    /** What events are told apart by. */
    private enum Type {
        SERVER("Server"),
        NAMESPACE("Namespace"),
        USER("User"),
        SOURCE_AND_OBJECT("SourceAndObject");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type of(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("unknown event rate limit type: " + word);
        }
    }

    private final Type type;
    private final float perSecond;
    private final int burst;
    private final int cacheSize;
    private final InstantSource clock;
    private final SequencedMap<String, TokenBucket> buckets = new LinkedHashMap<>();

    private EventLimit(Type type, float perSecond, int burst, int cacheSize, InstantSource clock) {
        this.type = type;
        this.perSecond = perSecond;
        this.burst = burst;
        this.cacheSize = cacheSize;
        this.clock = clock;
    }

    static EventLimit of(JsonNode limit, InstantSource clock) {
        int burst = positive(limit, "burst");
        int cacheSize = limit.path("cacheSize").asInt();
        return new EventLimit(
                Type.of(limit.path("type").asText("")),
                positive(limit, "qps"),
                burst,
                cacheSize > 0 ? cacheSize : DEFAULT_CACHE_SIZE,
                clock);
    }

    private static int positive(JsonNode limit, String field) {
        int value = limit.path(field).asInt();
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "limits: %s: Invalid value: %d: must be positive".formatted(field, value));
        }
        return value;
    }

    /** What is wrong with one more event, if it is one too many. */
    Optional<String> complaint(AdmissionRequest request) {
        String key = key(request);
        return bucket(key).take()
                ? Optional.empty()
                : Optional.of("limit reached on type %s for key %s".formatted(type.word, key));
    }

    private TokenBucket bucket(String key) {
        synchronized (buckets) {
            TokenBucket bucket =
                    Optional.ofNullable(buckets.remove(key))
                            .orElseGet(() -> new TokenBucket(perSecond, burst, clock));
            buckets.putLast(key, bucket);
            if (buckets.size() > cacheSize) {
                Map.Entry<String, TokenBucket> _ = buckets.pollFirstEntry();
            }
            return bucket;
        }
    }

    private String key(AdmissionRequest request) {
        return switch (type) {
            case SERVER -> "";
            case NAMESPACE -> request.namespace();
            case USER -> request.user().name();
            case SOURCE_AND_OBJECT -> sourceAndObject(request.newObject());
        };
    }

    private static String sourceAndObject(ApiObject event) {
        return event.text("source", "component")
                + event.text("source", "host")
                + event.text("involvedObject", "kind")
                + event.text("involvedObject", "namespace")
                + event.text("involvedObject", "name")
                + event.text("involvedObject", "uid")
                + event.text("involvedObject", "apiVersion");
    }
}
