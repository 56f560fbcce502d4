package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * metav1.DeleteOptions, unchecked; null where a field was not given.
 *
 * @param propagationPolicy "Orphan", "Background" or "Foreground"
 * @param orphanDependents the older form of propagationPolicy
 * @param uid what the object's must be
 * @param resourceVersion what the object's must be
 * @param dryRun empty, or "All"
 */
public record DeleteOptions(
        @Nullable Long gracePeriodSeconds,
        @Nullable String propagationPolicy,
        @Nullable Boolean orphanDependents,
        @Nullable String uid,
        @Nullable String resourceVersion,
        List<String> dryRun) {

    public static final DeleteOptions DEFAULT =
            new DeleteOptions(null, null, null, null, null, List.of());

    public DeleteOptions {
        dryRun = List.copyOf(dryRun);
    }

    /** Reads the JSON of a metav1.DeleteOptions; what is of another type counts as not given. */
    public static DeleteOptions of(JsonNode node) {
        List<String> dryRun = new ArrayList<>();
        node.path("dryRun").forEach(value -> dryRun.add(value.asText()));
        JsonNode grace = node.path("gracePeriodSeconds");
        JsonNode orphan = node.path("orphanDependents");
        JsonNode preconditions = node.path("preconditions");
        return new DeleteOptions(
                grace.isNumber() ? grace.longValue() : null,
                node.path("propagationPolicy").textValue(),
                orphan.isBoolean() ? orphan.booleanValue() : null,
                preconditions.path("uid").textValue(),
                preconditions.path("resourceVersion").textValue(),
                dryRun);
    }

    public DeleteOptions withResourceVersion(String other) {
        return new DeleteOptions(
                gracePeriodSeconds, propagationPolicy, orphanDependents, uid, other, dryRun);
    }

    public DeleteOptions withDryRun(List<String> other) {
        return new DeleteOptions(
                gracePeriodSeconds,
                propagationPolicy,
                orphanDependents,
                uid,
                resourceVersion,
                other);
    }

    public boolean isDryRun() {
        return !dryRun.isEmpty();
    }
}
