package io.alcove.apimachinery.catalog;

import java.util.ArrayList;
import java.util.List;

/** Places a resource into a list of groups. */
final class Groups {

    private Groups() {}

    /** Adds the resource to its group and version; what is new of these comes last. */
    static void add(List<ApiGroup> groups, ResourceType type) {
        int at = indexOf(groups, type.resource().group());
        if (at < 0) {
            groups.add(new ApiGroup(type.resource().group(), List.of(alone(type))));
            return;
        }
        groups.set(at, new ApiGroup(type.resource().group(), add(groups.get(at), type)));
    }

    private static List<ApiGroup.Version> add(ApiGroup group, ResourceType type) {
        List<ApiGroup.Version> versions = new ArrayList<>(group.versions());
        for (int i = 0; i < versions.size(); i++) {
            ApiGroup.Version present = versions.get(i);
            if (present.version().equals(type.resource().version())) {
                List<ResourceType> resources = new ArrayList<>(present.resources());
                resources.add(type);
                versions.set(i, new ApiGroup.Version(present.version(), resources));
                return versions;
            }
        }
        versions.add(alone(type));
        return versions;
    }

    private static ApiGroup.Version alone(ResourceType type) {
        return new ApiGroup.Version(type.resource().version(), List.of(type));
    }

    private static int indexOf(List<ApiGroup> groups, String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
