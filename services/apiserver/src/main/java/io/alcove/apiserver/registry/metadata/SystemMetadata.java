package io.alcove.apiserver.registry.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The fields of metadata that the server writes and clients cannot. */
public final class SystemMetadata {

    private static final List<String> WIPED_ON_CREATE =
            List.of(
                    "creationTimestamp",
                    "uid",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds",
                    "selfLink");

    private SystemMetadata() {}

    /** Forgets what a client claims of an object that does not exist yet. */
    public static void wipe(ApiObject object) {
        object.with("metadata").remove(WIPED_ON_CREATE);
    }

    /** Gives a new object its identity. */
    public static void stamp(ApiObject object, Instant now) {
        object.with("metadata")
                .put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", timestamp(now));
    }

    /** Ensures that an update changes neither identity nor a deletion that is under way. */
    public static void carryOver(ApiObject object, ApiObject old) {
        ObjectNode metadata = object.with("metadata");
        if (object.uid().isEmpty()) {
            copy("uid", old, metadata);
        }
        copy("creationTimestamp", old, metadata);
        if (old.isBeingDeleted()) {
            copy("deletionTimestamp", old, metadata);
        }
        if (!metadata.has("deletionGracePeriodSeconds")) {
            copy("deletionGracePeriodSeconds", old, metadata);
        }
        metadata.remove("selfLink");
    }

    /** Before the strategy of the kind decides whether to count one up. */
    public static void carryOverGeneration(ApiObject object, ApiObject old) {
        ObjectNode metadata = object.with("metadata");
        metadata.remove("generation");
        copy("generation", old, metadata);
    }

    public static void bumpGeneration(ApiObject object, ApiObject old) {
        object.with("metadata").put("generation", old.generation() + 1);
    }

    /** metav1.Time: RFC 3339 in whole seconds. */
    public static String timestamp(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void copy(String field, ApiObject old, ObjectNode metadata) {
        JsonNode value = old.at("metadata", field);
        if (!value.isMissingNode()) {
            metadata.set(field, value);
        }
    }
}
