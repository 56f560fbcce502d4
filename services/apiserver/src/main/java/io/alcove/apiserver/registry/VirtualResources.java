package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.GroupResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The resources and subresources that are answered by code, by their place. */
public final class VirtualResources {

    private final Map<Place, VirtualResource> resources = new HashMap<>();

    private record Place(GroupResource resource, String subresource) {}

    /**
     * @param subresource empty for a resource of its own (tokenreviews)
     */
    public VirtualResources with(
            GroupResource resource, String subresource, VirtualResource virtual) {
        resources.put(new Place(resource, subresource), virtual);
        return this;
    }

    Optional<VirtualResource> find(GroupResource resource, String subresource) {
        return Optional.ofNullable(resources.get(new Place(resource, subresource)));
    }
}
