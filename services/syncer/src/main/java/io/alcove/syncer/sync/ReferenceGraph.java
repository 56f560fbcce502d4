package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.translation.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which pods use which Secrets, ConfigMaps and claims. Only what is used goes to the host. */
final class ReferenceGraph {

    private final Map<ObjectName, Set<Reference>> referencesOfPod = new HashMap<>();
    private final Map<Reference, Set<ObjectName>> podsOfReference = new HashMap<>();

    /**
     * Notes what a pod uses now, nothing where it is gone; answers what began or ceased to be used.
     */
    synchronized Set<Reference> update(ObjectName pod, Set<Reference> references) {
        Set<Reference> before = referencesOfPod.getOrDefault(pod, Set.of());
        Set<Reference> changed = new HashSet<>();
        for (Reference reference : before) {
            if (!references.contains(reference) && remove(reference, pod)) {
                changed.add(reference);
            }
        }
        for (Reference reference : references) {
            Set<ObjectName> pods = podsOfReference.computeIfAbsent(reference, _ -> new HashSet<>());
            if (pods.isEmpty()) {
                changed.add(reference);
            }
            pods.add(pod);
        }
        if (references.isEmpty()) {
            referencesOfPod.remove(pod);
        } else {
            referencesOfPod.put(pod, Set.copyOf(references));
        }
        return changed;
    }

    synchronized boolean isUsed(Reference reference) {
        return podsOfReference.containsKey(reference);
    }

    synchronized Set<ObjectName> usersOf(Reference reference) {
        return Set.copyOf(podsOfReference.getOrDefault(reference, Set.of()));
    }

    /** Whether this was the last use. */
    private boolean remove(Reference reference, ObjectName pod) {
        Set<ObjectName> pods = podsOfReference.getOrDefault(reference, Set.of());
        if (pods.size() == 1 && pods.contains(pod)) {
            podsOfReference.remove(reference);
            return true;
        }
        pods.remove(pod);
        return false;
    }
}
