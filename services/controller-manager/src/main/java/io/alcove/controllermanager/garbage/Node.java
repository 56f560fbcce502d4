package io.alcove.controllermanager.garbage;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import java.util.List;

/** An object in the graph of owners. */
record Node(
        GroupVersionResource resource,
        ObjectName name,
        String uid,
        List<OwnerReference> owners,
        List<String> finalizers,
        boolean beingDeleted) {

    static final String ORPHAN = "orphan";
    static final String FOREGROUND = "foregroundDeletion";

    Node {
        owners = List.copyOf(owners);
        finalizers = List.copyOf(finalizers);
    }

    static Node of(GroupVersionResource resource, ApiObject object) {
        return new Node(
                resource,
                object.objectName(),
                object.uid(),
                object.ownerReferences(),
                object.finalizers(),
                object.isBeingDeleted());
    }

    /** Waits for its dependents to go. */
    boolean isDeletingDependents() {
        return beingDeleted && finalizers.contains(FOREGROUND);
    }

    /** Waits for its dependents to be let go. */
    boolean isOrphaning() {
        return beingDeleted && finalizers.contains(ORPHAN);
    }

    /** Whether the owner must stay for as long as this object is there. */
    boolean blocks(String ownerUid) {
        return owners.stream().anyMatch(o -> o.uid().equals(ownerUid) && o.blockOwnerDeletion());
    }
}
