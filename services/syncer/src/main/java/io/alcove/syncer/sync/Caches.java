package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.ObjectCache;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Mark;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Both sides in memory. */
public record Caches(
        HostNames names,
        Map<VirtualResource, ObjectCache> virtualCaches,
        Map<HostResource, ObjectCache> hostCaches) {

    public Caches {
        virtualCaches = Map.copyOf(virtualCaches);
        hostCaches = Map.copyOf(hostCaches);
    }

    public ObjectCache of(VirtualResource resource) {
        return Objects.requireNonNull(virtualCaches.get(resource), resource.name());
    }

    public ObjectCache of(HostResource resource) {
        return Objects.requireNonNull(hostCaches.get(resource), resource.name());
    }

    /** The host copy of a virtual object, whichever object of that name it was made for. */
    public Optional<ApiObject> hostCopy(HostResource resource, ObjectName virtualName) {
        return of(resource)
                .get(names.of(virtualName))
                .filter(
                        hostObject ->
                                Mark.read(hostObject, names)
                                        .filter(mark -> mark.virtualName().equals(virtualName))
                                        .isPresent());
    }

    public boolean isSynced() {
        return virtualCaches.values().stream().allMatch(ObjectCache::isSynced)
                && hostCaches.values().stream().allMatch(ObjectCache::isSynced);
    }
}
