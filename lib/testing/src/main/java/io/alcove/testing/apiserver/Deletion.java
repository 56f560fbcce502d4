package io.alcove.testing.apiserver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;

/**
 * How an object is deleted.
 *
 * @param gracePeriodSeconds negative for the object's own
 * @param uid empty, or that of the only object meant; resourceVersion likewise
 */
public record Deletion(
        long gracePeriodSeconds, String propagation, String uid, String resourceVersion) {

    public static final Deletion DEFAULT = new Deletion(-1, "", "", "");

    void check(GroupVersionResource resource, ApiObject object) {
        checkSame(resource, object, "UID", uid, object.uid());
        checkSame(resource, object, "ResourceVersion", resourceVersion, object.resourceVersion());
    }

    /** Leaves the marks of a deletion: timestamp, and the finalizer of the propagation policy. */
    void mark(ApiObject object, String now) {
        ObjectNode metadata = object.with("metadata");
        switch (propagation) {
            case "Orphan" -> addFinalizer(object, metadata, "orphan");
            case "Foreground" -> addFinalizer(object, metadata, "foregroundDeletion");
            default -> {}
        }
        long grace = graceFor(object);
        if (!object.isBeingDeleted()) {
            metadata.put("deletionTimestamp", now);
        }
        metadata.put("deletionGracePeriodSeconds", grace);
        if (object.kind().equals("Namespace") && !object.elements("spec", "finalizers").isEmpty()) {
            object.with("status").put("phase", "Terminating");
        }
    }

    /** Whether an object that was marked is held by nothing any longer. */
    static boolean isReleased(ApiObject object) {
        return object.isBeingDeleted()
                && object.finalizers().isEmpty()
                && object.at("metadata", "deletionGracePeriodSeconds").asLong() == 0
                && (!object.kind().equals("Namespace")
                        || object.elements("spec", "finalizers").isEmpty());
    }

    private long graceFor(ApiObject object) {
        boolean running =
                object.kind().equals("Pod")
                        && !object.text("spec", "nodeName").isEmpty()
                        && !List.of("Succeeded", "Failed").contains(object.text("status", "phase"));
        if (!running) {
            return 0;
        }
        return gracePeriodSeconds >= 0
                ? gracePeriodSeconds
                : object.at("spec", "terminationGracePeriodSeconds").asLong(30);
    }

    private static void addFinalizer(ApiObject object, ObjectNode metadata, String finalizer) {
        if (!object.finalizers().contains(finalizer)) {
            ArrayNode finalizers = metadata.withArray("finalizers");
            finalizers.add(finalizer);
        }
    }

    private static void checkSame(
            GroupVersionResource resource,
            ApiObject object,
            String field,
            String wanted,
            String actual) {
        if (!wanted.isEmpty() && !wanted.equals(actual)) {
            throw StatusException.conflict(
                    resource.groupResource(),
                    object.name(),
                    "Precondition failed: "
                            + field
                            + " in precondition: "
                            + wanted
                            + ", "
                            + field
                            + " in object meta: "
                            + actual);
        }
    }
}
