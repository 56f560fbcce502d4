package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.Snapshot;

/** Reads one object. */
final class Reading {

    private Reading() {}

    /** In the storage version. */
    static StoredObject get(Resource resource, ObjectName name, String resourceVersion) {
        return snapshot(resource, resourceVersion)
                .get(name)
                .orElseThrow(() -> StatusException.notFound(resource.name(), name.name()));
    }

    private static Snapshot snapshot(Resource resource, String resourceVersion) {
        if (resourceVersion.isEmpty()) {
            return resource.storage().newest();
        }
        long revision =
                ResourceVersions.parse(resourceVersion)
                        .orElseThrow(
                                () ->
                                        ResourceVersions.unreadable(
                                                ResourceVersions.malformed(resourceVersion)));
        return revision == 0 ? resource.storage().any() : resource.storage().atLeast(revision);
    }
}
